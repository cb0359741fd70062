"""Cases of the operations that move elements: views, triangles, flips, rolls, tiles, padding."""


def record(file):
    _views(file)
    _triangles(file)
    _orders(file)
    _padding(file)
    _refused(file)


def _strided(file, op, shape, attrs, dims=(0, 1)):
    """The operation on a transposed input."""
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": dims[0], "dim1": dims[1]}, "out": ["v"]}
    file.program(op, {"x": file.uniform(shape)}, [transpose, {"op": op, "in": ["v"], **({"attrs": attrs} if attrs else {}), "out": ["r"]}], ["r"], ["strided"])


def _integers(file, op, shape, attrs):
    count = 1
    for size in shape:
        count *= size
    file.add(op, {"x": {"dtype": "int64", "shape": shape, "data": list(range(count))}}, attrs)


def _views(file):
    for shape, to in (([2, 3], [3, 2]), ([2, 3], [-1]), ([6], [2, 3]), ([], [1, 1]), ([1], []), ([0, 3], [3, 0]), ([2, 3, 4], [6, 4])):
        file.add("view", {"x": file.uniform(shape)}, {"shape": to})
    _strided(file, "view", [2, 3], {"shape": [3, 1, 2]})
    for shape in ([2, 3], [], [0, 2]):
        file.add("contiguous", {"x": file.uniform(shape)})
        file.add("clone", {"x": file.uniform(shape)})
    _strided(file, "contiguous", [2, 3], {})
    for shape, start, end in (([2, 3, 4], 0, -1), ([2, 3, 4], 1, 2), ([2, 3], 1, 1), ([], 0, -1), ([2, 0, 3], 1, -1)):
        file.add("flatten", {"x": file.uniform(shape)}, {"start": start, "end": end})
    _strided(file, "flatten", [2, 3], {})
    for shape, attrs in (([1, 3, 1], {}), ([1, 3, 1], {"dim": 0}), ([2, 3], {"dim": 1}), ([], {}), ([1, 0], {"dim": -2})):
        file.add("squeeze", {"x": file.uniform(shape)}, attrs)
    for shape, dim in (([2, 3], 0), ([2, 3], -1), ([2, 3], 1), ([], 0), ([0], 1)):
        file.add("unsqueeze", {"x": file.uniform(shape)}, {"dim": dim})
    for shape, offset, dim1, dim2 in (([3, 3], 0, 0, 1), ([2, 4], 1, 0, 1), ([4, 2], -1, 0, 1), ([2, 3], 3, 0, 1), ([2, 3], -5, 0, 1), ([2, 3, 4], 0, 0, 2),
                                      ([2, 3, 4], 1, -1, -2), ([2, 3, 3], -1, 1, 2), ([0, 3], 0, 0, 1), ([1, 1], 0, 1, 0)):
        file.add("diagonal", {"x": file.uniform(shape)}, {"offset": offset, "dim1": dim1, "dim2": dim2})
    _strided(file, "diagonal", [2, 3], {"offset": -1, "dim1": 0, "dim2": 1})
    # PyTorch 1.13 gives elements below a tall matrix's diagonal a gradient, which is a mistake of its own.
    for shape in ([3, 3], [2, 4], [4, 2], [1, 1], [0, 3], [2, 0]):
        file.add("trace", {"x": file.uniform(shape, grad=shape != [4, 2])})
    _strided(file, "trace", [2, 3], {})
    _integers(file, "trace", [3, 3], {})


def _triangles(file):
    for op in ("tril", "triu"):
        for shape, diagonal in (([3, 3], 0), ([3, 4], 1), ([4, 3], -1), ([2, 3], 5), ([2, 3], -5), ([2, 3, 3], 0), ([2, 1, 2, 3], -1), ([1, 1], 0), ([0, 3], 0), ([2, 0, 3], 1)):
            file.add(op, {"x": file.uniform(shape)}, {"diagonal": diagonal})
        _strided(file, op, [2, 3], {"diagonal": 1})
        _integers(file, op, [3, 2], {"diagonal": 0})
        file.add(op, {"x": file.values([[float("nan"), float("inf")], [float("inf"), float("nan")]], grad=False)}, {"diagonal": 0}, ["edge"])


def _orders(file):
    for shape, dims in (([3], [0]), ([2, 3], [0]), ([2, 3], [-1]), ([2, 3], [0, 1]), ([2, 3, 4], [2, 0]), ([2, 3], []), ([], [0]), ([], []), ([0, 3], [1]), ([1, 4], [0, 1])):
        file.add("flip", {"x": file.uniform(shape)}, {"dims": dims})
    _strided(file, "flip", [2, 3], {"dims": [0]})
    _integers(file, "flip", [2, 2], {"dims": [1]})
    for shape, shifts, dims in (([4], [1], [0]), ([4], [-3], [-1]), ([4], [9], [0]), ([2, 3], [1, 2], [0, 1]), ([2, 3, 2], [1], [1]), ([0, 3], [1, 1], [0, 1]), ([2, 3], [0], [0])):
        file.add("roll", {"x": file.uniform(shape)}, {"shifts": shifts, "dims": dims})
    _strided(file, "roll", [2, 3], {"shifts": [1], "dims": [0]})
    _integers(file, "roll", [3, 2], {"shifts": [2], "dims": [0]})
    for shape, reps in (([3], [2]), ([2, 3], [1, 2]), ([2, 3], [2, 1, 2]), ([2, 3], [3]), ([], [2]), ([], []), ([2], [0]), ([0, 2], [2, 2]), ([2, 1, 2], [1, 3, 2]), ([3], [1])):
        file.add("tile", {"x": file.uniform(shape)}, {"reps": reps})
    _strided(file, "tile", [2, 3], {"reps": [2, 2]})
    _integers(file, "tile", [2, 2], {"reps": [2, 1]})


def _padding(file):
    whole = lambda mode: {"mode": mode}
    for shape, pads, value in (([3], [[1, 2]], 0), ([2, 3], [[1, 0], [0, 2]], 1.5), ([2, 3], [[0, 0], [1, 1]], -1), ([2, 3], [[-1, 0], [0, -2]], 0), ([4], [[-1, 3]], 2),
                               ([3], [[-1, -2]], 0), ([], [], 0), ([0], [[1, 1]], 3), ([2, 3, 2], [[0, 1], [1, 0], [0, 1]], 0)):
        file.add("pad", {"x": file.uniform(shape)}, {"pads": pads, "value": value, **whole("constant")})
    _strided(file, "pad", [2, 3], {"pads": [[1, 0], [0, -1]], "value": 0.5, "mode": "constant"})
    _integers(file, "pad", [2, 2], {"pads": [[1, 0], [0, 1]], "value": 7, "mode": "constant"})

    # PyTorch pads the last dimension of two or three, the last two of three or four.
    for mode in ("reflect", "replicate"):
        for shape, pads in (([1, 3], [[0, 0], [1, 2]]), ([2, 1, 4], [[0, 0], [0, 0], [3, 0]]), ([2, 3, 3], [[0, 0], [2, 0], [1, 1]]), ([1, 2, 2, 3], [[0, 0], [0, 0], [1, 1], [2, 2]]),
                            ([1, 2, 3], [[0, 0], [0, 0], [0, 0]])):
            file.add("pad", {"x": file.uniform(shape)}, {"pads": pads, **whole(mode)})
        _strided(file, "pad", [3, 2], {"pads": [[0, 0], [1, 2]], **whole(mode)})
    file.add("pad", {"x": file.uniform([1, 1])}, {"pads": [[0, 0], [2, 3]], "mode": "replicate"})


def _refused(file):
    x = lambda *shape: {"x": file.uniform(shape)}
    file.refused("view", x(2, 3), "numel_mismatch", {"shape": [4]})
    file.refused("view", x(2, 3), "invalid_argument", {"shape": [-1, -1]})
    file.refused("diagonal", x(2, 3), "repeated_dim", {"dim1": 0, "dim2": -2})
    file.refused("diagonal", x(2, 3), "dim_out_of_range", {"dim1": 0, "dim2": 2})
    file.refused("diagonal", x(3), "dim_out_of_range")
    file.refused("trace", x(2, 3, 3), "rank_mismatch")
    file.refused("tril", x(3), "rank_mismatch")
    file.refused("triu", x(), "rank_mismatch")
    file.refused("flip", x(2, 3), "dim_out_of_range", {"dims": [2]})
    file.refused("flip", x(2, 3), "repeated_dim", {"dims": [0, -2]})
    file.refused("roll", x(2, 3), "dim_out_of_range", {"shifts": [1], "dims": [2]})
    file.refused("roll", x(2, 3), "invalid_argument", {"shifts": [1], "dims": [0, 1]})
    file.refused("tile", x(2, 3), "invalid_argument", {"reps": [1, -1]})
    file.refused("pad", x(3), "invalid_argument", {"pads": [[-2, -2]], "mode": "constant"})
    file.refused("pad", x(1, 3), "invalid_argument", {"pads": [[0, 0], [3, 0]], "mode": "reflect"})
