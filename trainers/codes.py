"""A QR code as the path of an SVG picture: no file, no style, no script."""

from dataclasses import dataclass

import qrcode

QUIET = 4


@dataclass(frozen=True)
class Code:
    """`path` draws the dark squares in a picture of `size` × `size`."""

    path: str
    size: int
    address: str


def code_of(address: str) -> Code:
    """The address as squares, with the quiet border that cameras need."""
    drawn = qrcode.QRCode(border=QUIET, error_correction=qrcode.constants.ERROR_CORRECT_M)
    drawn.add_data(address)
    drawn.make()
    rows = drawn.get_matrix()
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Code("".join(squares), len(rows), address)
