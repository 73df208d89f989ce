"""Pages of the public record: one page a module, each asking one question of ``views.record``."""
