"""Writes which declaration the compiler chose for every call of a package that is built.

usage: calls_of_ast.py PACKAGE OUTPUT

PACKAGE is a folder after `swift build --build-tests`; its build description says how each module was compiled, and
swiftc is asked again, for the typed syntax tree. Only modules whose sources stand in the folder itself count, not
those of dependencies. OUTPUT gets a line for each call with a name: file, byte offset of the name, USR.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# What stands between a call and the name of its callee.
WRAPPERS = ("fn", "sub_expr", "base")


def modules(package):
    """For each module its name, sources, and the arguments that say where its imports are."""
    description = json.loads((package / ".build/debug/description.json").read_text())
    for key, command in sorted(description["swiftCommands"].items()):
        if key.endswith(".module"):
            yield command["moduleName"], sources(command), arguments(command)


def sources(command):
    return [path for path in (name(entry) for entry in command["inputs"]) if path.endswith(".swift")]


def name(entry):
    return entry["name"] if isinstance(entry, dict) else str(entry)


def arguments(command):
    kept = ["-I", command["importPath"]] + command["otherArguments"]
    # Neither a module nor an index is written again.
    dropped = {"-enable-batch-mode", "-incremental", "-parseable-output", "-serialize-diagnostics", "-emit-dependencies"}
    dropped |= {"-emit-objc-header", "-emit-module"}
    pairs = {"-index-store-path", "-num-threads", "-index-unit-output-path", "-emit-objc-header-path"}
    result, position = [], 0
    while position < len(kept):
        argument = kept[position]
        if argument in pairs or re.fullmatch(r"-j\d+", argument):
            position += 2 if argument in pairs else 1
            continue
        if argument not in dropped:
            result.append(argument)
        position += 1
    return result


def trees(text):
    """The source files of a dump, which stand one after the other."""
    decoder, start = json.JSONDecoder(), '{"_kind":"source_file"'
    position = text.find(start)
    while position >= 0:
        tree, end = decoder.raw_decode(text, position)
        yield tree
        position = text.find(start, end)


def callee(node):
    """The reference that a call runs, through implicit conversions and receivers; `None` for function values."""
    while isinstance(node, dict):
        kind = node.get("_kind", "")
        if kind in ("declref_expr", "member_ref_expr", "other_constructor_ref_expr", "dynamic_member_ref_expr"):
            return node
        if kind in ("call_expr", "closure_expr", "subscript_expr"):
            return None
        node = next((node[key] for key in WRAPPERS if key in node), None)
    return None


def calls(tree):
    """Offset and USR of each call that is written in the text."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
            if node.get("_kind") == "call_expr" and not node.get("implicit"):
                reference = callee(node.get("fn"))
                if reference and reference.get("decl", {}).get("decl_usr") and "range" in reference:
                    yield reference["range"]["start"], reference["decl"]["decl_usr"]


def enum_cases(usrs):
    """Those of some USRs that are cases of enums: calls in the text, but of no function."""
    usrs = sorted(usr for usr in usrs if usr.startswith("s:"))
    names = "\n".join("$s" + usr[2:] for usr in usrs)
    demangle = os.environ.get("SWIFT_DEMANGLE", "swift-demangle")
    texts = subprocess.run([demangle, "--compact"], input=names, capture_output=True, text=True, check=True).stdout
    # A static method is said to be one; a case is a function of the metatype too.
    case = re.compile(r"^(?!static )[\w.() ]+(<.*?>)?\(.*\.Type\) -> ")
    return {usr for usr, text in zip(usrs, texts.splitlines()) if case.match(text)}


def main(package, output):
    package = pathlib.Path(package).resolve()
    build = str(package / ".build") + "/"
    found = set()
    for module, files, flags in modules(package):
        if not any(path.startswith(str(package) + "/") and not path.startswith(build) for path in files):
            continue
        command = [os.environ.get("SWIFTC", "swiftc"), "-dump-ast", "-dump-ast-format", "json", "-module-name", module]
        with tempfile.TemporaryFile("w+") as dump:
            # The dump of several files goes to standard error, with the warnings.
            status = subprocess.run(command + flags + files, stdout=dump, stderr=dump).returncode
            dump.seek(0)
            text = dump.read()
            before = len(found)
            for tree in trees(text):
                path = os.path.relpath(tree["filename"], package)
                # What the build has made is no code of the package.
                if path.startswith(".build/"):
                    continue
                found.update((path, offset, usr) for offset, usr in calls(tree))
        print(f"{module}: {len(found) - before} calls", file=sys.stderr)
        if status:
            print(f"{module}: swiftc ended with {status}: {text.strip().splitlines()[-1][:200]}", file=sys.stderr)
    cases = enum_cases({usr for _, _, usr in found})
    with open(output, "w") as table:
        for path, offset, usr in sorted(entry for entry in found if entry[2] not in cases):
            table.write(f"{path}\t{offset}\t{usr}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
