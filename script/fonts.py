"""Makes our font files from the npm packages: `fonts.py <folder>`.

The packages cut a typeface into one file for each range of letters. Two files under one family name
make the PDF print wrong letters (the y with circumflex of "Llŷr" went missing), so the ranges are
merged: one file for each weight, and a family name of its own for each script.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PACKAGES = Path("node_modules/@fontsource")
WEIGHTS = {400: "Regular", 700: "Bold"}
WEB_RANGES = ["latin", "latin-ext"]
PRINT_RANGES = [*WEB_RANGES, "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"]
OTHER_SCRIPTS = ["Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Hebrew", "Tamil"]


def merged(package: str, ranges: list[str], weight: int) -> TTFont:
    """The ranges of one package as one font, uncompressed."""
    files = [
        PACKAGES / package / "files" / f"{package}-{part}-{weight}-normal.woff2" for part in ranges
    ]
    with TemporaryDirectory() as folder:
        plain = []
        for file in files:
            font = TTFont(file)
            font.flavor = None
            plain.append(str(Path(folder) / f"{file.stem}.ttf"))
            font.save(plain[-1])
        return Merger().merge(plain) if len(plain) > 1 else TTFont(plain[0], lazy=False)


def named(font: TTFont, family: str, weight: int) -> TTFont:
    """The font under the family name by which stylesheets and the PDF call it."""
    style = WEIGHTS[weight]
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    font["name"].names = [
        name for name in font["name"].names if name.nameID not in {*names, 16, 17, 21, 22, 25}
    ]
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    return font


def main(folder: Path) -> None:
    """Writes `<family>-<weight>.woff2` for pages and `print/<family>-<weight>.ttf` for the PDF."""
    (folder / "print").mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        for ranges, name, flavor in [
            (WEB_RANGES, f"source-sans-3-{weight}.woff2", "woff2"),
            (PRINT_RANGES, f"print/source-sans-3-{weight}.ttf", None),
        ]:
            font = named(merged("source-sans-3", ranges, weight), "Source Sans 3", weight)
            font.flavor = flavor
            font.save(folder / name)
        for script in OTHER_SCRIPTS:
            package = f"noto-sans-{script.lower()}"
            font = named(merged(package, [script.lower()], weight), f"Noto Sans {script}", weight)
            font.save(folder / "print" / f"{package}-{weight}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
