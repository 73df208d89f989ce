"""Photos and invoices as phones make them, and files that only pretend to be some."""

import io
import struct
import zipfile

from PIL import Image


def photo(form: str = "JPEG", *, width: int = 320, text: bytes = b"") -> bytes:
    """Take a photo of nothing: grey dots, so that no two widths are the same file."""
    out = io.BytesIO()
    image = Image.effect_noise((width, 240), 60).convert("RGB")
    if form == "JPEG":
        image.save(out, form, comment=text)
    else:
        image.save(out, form)
    return out.getvalue()


def heic() -> bytes:
    """Give the boxes of a photo of an iPhone: what it is, what is in it, and its bytes."""
    boxes = (
        (b"ftyp", b"heic\x00\x00\x00\x00mif1heic"),
        (b"meta", b"\x00" * 40),
        (b"mdat", b"x" * 99),
    )
    return b"".join(struct.pack(">I", 8 + len(body)) + name + body for name, body in boxes)


def invoice(text: str = "Invoice 2026-10") -> bytes:
    """Print an invoice of one page."""
    said = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        f"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]>>endobj\n"
        f"4 0 obj<</Length {len(said)}>>stream\n{said}\nendstream endobj\n"
        f"trailer<</Root 1 0 R>>\n%%EOF\n"
    ).encode()


def archive() -> bytes:
    """Give an archive, which an unpacker finds from its end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "a")
    return out.getvalue()
