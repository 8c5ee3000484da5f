"""Pictures to bake into."""

import io

import png

SVG = b"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>\xc3\x89toile</title><path d="M0 0h8v8z"/></svg>
"""


def _png():
    file = io.BytesIO()
    png.Writer(8, 8, greyscale=True).write(file, [[value * 8 + column for column in range(8)] for value in range(8)])
    return file.getvalue()


PICTURES = {"PNG": _png(), "SVG": SVG}
