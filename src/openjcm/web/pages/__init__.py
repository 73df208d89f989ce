"""One page a module: parse the address, ask one question, render."""
