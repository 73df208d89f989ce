"""Pictures of pages: taken, kept small, and compared so that letters may differ and blocks not.

Another build of a browser smooths letters otherwise; it does not move, hide or recolour anything.
So both pictures are cut into blocks, and of each block only its mean colour is compared.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops

# A reader sees the page in it; what stands further down is told by the height of the page.
HIGHEST = 2400
# Sharp letters and true surfaces at a fifth of the size: what a page shows is few colours.
_COLOURS = 32
# A colour of a surface is kept as it is; those of smoothed letters stand for their neighbours.
_APART = 16
_SURFACE = 0.002

BLOCK = 16
# Of 255. The heaviest headings differ by less between two ways of smoothing them; an empty line
# in place of words, or a link in another colour, by more.
TOLERANCE = 20
# Blocks that may differ by more: a letter or two.
ALLOWED = 4
# A page may be higher or lower by the rounding of its lines, not by a line; and a block may stand
# so much further up or down.
TALLER = 12
SHIFTS = (0, -1, 1, -2, 2)

Colour = tuple[int, ...]


@dataclass(frozen=True)
class Picture:
    """The upper part of a page, and how high all of it is."""

    image: Image.Image
    height: int


@dataclass(frozen=True)
class Difference:
    """How two pictures differ: the blocks beyond the tolerance, and the pages' heights."""

    blocks: Image.Image
    count: int
    taller: int

    @property
    def is_one(self) -> bool:
        """Whether it is more than another build of the browser makes."""
        return self.count > ALLOWED or abs(self.taller) > TALLER

    @property
    def words(self) -> str:
        """Say it in a line."""
        return f"{self.count} blocks of {BLOCK} pixels differ, the page is {self.taller:+} high"


def difference(kept: Picture, taken: Picture) -> Difference:
    """Compare the mean colour of each block; where one picture ends, the other is compared to ink.

    Returns:
        The difference; its blocks are a picture of one pixel a block, white where they differ.
    """
    width = max(kept.image.width, taken.image.width)
    height = max(kept.image.height, taken.image.height)
    before = _means(kept.image, width, height)
    nearest = None
    for shift in SHIFTS:
        apart = _furthest(before, _means(taken.image, width, height, shift))
        nearest = apart if nearest is None else ImageChops.darker(nearest, apart)
    assert nearest is not None, "one shift at least"
    blocks = nearest.point([0] * (TOLERANCE + 1) + [255] * (255 - TOLERANCE))
    return Difference(blocks, blocks.histogram()[255], taken.height - kept.height)


def marked(taken: Picture, found: Difference) -> Image.Image:
    """Return the picture with what differs under red, for whoever reviews it."""
    under = taken.image.convert("RGB")
    mask = found.blocks.resize(
        (found.blocks.width * BLOCK, found.blocks.height * BLOCK), Image.Resampling.NEAREST
    )
    shown = Image.new("RGB", mask.size, "white")
    shown.paste(under)
    red = Image.new("RGB", mask.size, (220, 0, 0))
    return Image.composite(Image.blend(shown, red, 0.5), shown, mask)


def small(image: Image.Image) -> bytes:
    """Return the picture as WebP without loss, in its most frequent colours."""
    colours = _most_frequent(image)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    written = BytesIO()
    fewer = image.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)
    fewer.convert("RGB").save(written, "WEBP", lossless=True, method=4)
    return written.getvalue()


def _means(image: Image.Image, width: int, height: int, shift: int = 0) -> Image.Image:
    """Return the mean colour of each block, of a picture moved down by some pixels."""
    whole = Image.new("RGB", (width, height), "black")
    whole.paste(image, (0, shift))
    return whole.reduce(BLOCK)


def _furthest(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return how far apart two pictures are, in the colour in which they are furthest."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _most_frequent(image: Image.Image) -> list[Colour]:
    """Choose colours by how often they occur; a rare one only if none like it is chosen."""
    area = image.width * image.height
    chosen: list[Colour] = []
    for count, found in sorted(image.convert("RGB").getcolors(area) or [], reverse=True):
        colour = _rgb(found)
        surface = count > area * _SURFACE
        if surface or all(_apart(colour, other) > _APART for other in chosen):
            chosen.append(colour)
        if len(chosen) == _COLOURS:
            break
    return chosen


def _apart(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _rgb(found: object) -> Colour:
    assert isinstance(found, tuple), "a picture in red, green and blue"
    return found
