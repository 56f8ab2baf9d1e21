"""Checks a report: check.py FILE LANG. Prints every problem and ends with status 1 if there is one.

Read by programs that did not make it: poppler (tags, title, fonts), pikepdf (language), pdfua (PDF/UA-1).
pdfua carries out part of the rules of PDF/UA: no finding is not a certificate.
"""

import re
import subprocess
import sys

import pikepdf

FONT = re.compile(r"Source-?Sans", re.IGNORECASE)


def printed(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def problems(file, lang):
    about = dict(re.findall(r"^([^:]+):\s*(.*)$", printed("pdfinfo", file), re.MULTILINE))
    if about.get("Tagged") != "yes":
        yield "pdfinfo: the file is not tagged"
    if not about.get("Title"):
        yield "pdfinfo: the file has no title"
    with pikepdf.open(file) as pdf:
        found = str(pdf.Root.get("/Lang", "none"))
        if found.split("-")[0].lower() != lang:
            yield f"the language is {found}, not {lang}"
    # The first two lines are the heading; the name stands before the type, which may hold spaces.
    fonts = [line.split()[0] for line in printed("pdffonts", file).splitlines()[2:]]
    if not fonts:
        yield "pdffonts: no fonts"
    yield from (f"the font is {font}, not Source Sans" for font in fonts if not FONT.search(font))
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", file], check=False, capture_output=True, text=True
    )
    if checked.returncode != 0:
        yield f"pdfua (status {checked.returncode}):\n{checked.stdout}{checked.stderr}"


if __name__ == "__main__":
    FOUND = list(problems(sys.argv[1], sys.argv[2]))
    print("\n".join(f"{sys.argv[1]}: {problem}" for problem in FOUND))
    sys.exit(1 if FOUND else 0)
