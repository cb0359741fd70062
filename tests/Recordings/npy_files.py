"""Files that numpy wrote, for the tests of the NPY and NPZ formats.

    /usr/bin/python3 tests/Recordings/npy_files.py
"""

import base64
import io
import json
import os

import numpy as np
from numpy.lib import format as npy

TARGET = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Data.Tests", "Recorded", "npy.json")
TYPES = ("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8")
SHAPES = ((), (1,), (6,), (2, 3), (3, 1, 2), (0,), (0, 3), (2, 0, 1), (1, 1), (1,) * 12)


def values(dtype, shape):
    """Whole numbers, some negative where the type has such; bool takes turns."""
    count = int(np.prod(shape))
    numbers = np.arange(count) - (2 if dtype[0] in "if" else 0)
    return (numbers % 2 if dtype == "b1" else numbers).astype(dtype).reshape(shape)


def case(kind, array, data, **more):
    flat = [int(value) for value in np.ascontiguousarray(array).reshape(-1)]
    return {"kind": kind, "type": array.dtype.str[1:], "shape": list(array.shape), "data": flat, **more,
            "file": base64.b64encode(data).decode()}


def saved(array, version=None):
    stream = io.BytesIO()
    npy.write_array(stream, array, version)
    return stream.getvalue()


def arrays():
    for dtype in TYPES:
        for shape in SHAPES:
            array = values(dtype, shape)
            yield case("written", array, saved(array), column_major=False)
        for shape in ((2, 3), (3, 1, 2), (2, 2, 2)):
            array = np.asfortranarray(values(dtype, shape))
            yield case("written", array, saved(array), column_major=bool(array.flags.fnc))
        array = values(dtype, (2, 3))
        swapped = array.astype(array.dtype.newbyteorder(">"))
        yield case("read", swapped, saved(swapped))
        yield case("read", swapped, saved(np.asfortranarray(swapped)))
        for version in ((2, 0), (3, 0)):
            yield case("read", array, saved(array, version))
    for shape in ((12345, 0), (0, 12345), (2147483647, 0, 3)):
        array = np.zeros(shape, "f4")
        yield case("written", array, saved(array), column_major=False)


def archives():
    members = {"a": values("f4", (2, 3)), "b": values("i8", ()), "größe": np.asfortranarray(values("u2", (3, 2))), "d/e": values("b1", (0, 2))}
    for kind, save in (("stored", np.savez), ("deflated", np.savez_compressed)):
        stream = io.BytesIO()
        save(stream, **members)
        yield {"kind": kind, "arrays": {name: case("member", array, b"") for name, array in members.items()},
               "file": base64.b64encode(stream.getvalue()).decode()}


def refused():
    structured = np.zeros(2, dtype=[("x", "<f4"), ("größe", "<i2", (2,))])
    for array, name in ((np.array([1j]), "complex"), (np.array(["ab"]), "text"), (np.array([b"ab"]), "bytes"), (structured, "structured"),
                        (np.array(["2020-01-01"], "M8[D]"), "dates"), (np.array([1], "m8[s]"), "spans"), (np.array([{}], object), "objects"),
                        (np.zeros(1, "V4"), "raw"), (np.zeros(1, np.longdouble), "long double")):
        yield {"kind": name, "file": base64.b64encode(saved(array)).decode()}


def main():
    os.makedirs(os.path.dirname(TARGET), exist_ok=True)
    written = {"numpy": np.__version__, "arrays": list(arrays()), "archives": list(archives()), "refused": list(refused())}
    with open(TARGET, "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n")
        file.write(f'"numpy": {json.dumps(written["numpy"])},\n')
        for i, part in enumerate(("arrays", "archives", "refused")):
            lines = (json.dumps(item, separators=(",", ":"), ensure_ascii=False) for item in written[part])
            file.write(f'"{part}": [\n' + ",\n".join(lines) + "\n]" + (",\n" if i < 2 else "\n"))
        file.write("}\n")
    print(f"{os.path.relpath(TARGET)}: {len(written['arrays'])} arrays, {os.path.getsize(TARGET):,} bytes")


if __name__ == "__main__":
    main()
