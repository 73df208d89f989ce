"""Maps of the partner countries, drawn on the server: no tiles, no script.

Each country is a link with a name that is read out. Colours stand in the picture itself, and a
page that holds it may set others by its classes. Outlines come from ``outlines.json``, which
``tools/outlines.py`` made from Natural Earth.
"""

from openjcm.papers.maps.drawing import WorldMap, map_words, partners_map, projects_map

__all__ = ["WorldMap", "map_words", "partners_map", "projects_map"]
