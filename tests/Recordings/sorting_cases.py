"""Cases of the operations that sort, some with two results."""

import numpy as np

from elementwise_cases import INF, NAN


def record(file):
    for shape, dim in (([5], 0), ([3, 4], 1), ([3, 4], 0), ([2, 3, 4], -2), ([1], 0), ([2, 0], 1), ([0, 3], 1), ([40], 0)):
        for descending in (False, True):
            _pair(file, "sort", _distinct(file, shape), {"dim": dim, "descending": descending})
        for op in ("max", "min"):
            if shape[dim] > 0:
                _pair(file, op, _distinct(file, shape), {"dim": dim})
                _pair(file, op, _distinct(file, shape), {"dim": dim, "keepdim": True})
        for largest in (True, False):
            for k in {0, 1, shape[dim] // 2, shape[dim]} - {-1}:
                if k <= shape[dim]:
                    _pair(file, "topk", _distinct(file, shape), {"k": k, "dim": dim, "largest": largest})
    edges = file.values([INF, 1.0, NAN, -INF, 0.0])
    for attrs in ({"dim": 0, "descending": False}, {"dim": 0, "descending": True}):
        _pair(file, "sort", edges, attrs, ["edge"])
    _pair(file, "topk", edges, {"k": 2, "dim": 0, "largest": True}, ["edge"])
    for op in ("max", "min"):
        _pair(file, op, edges, {"dim": 0}, ["edge"])
        _pair(file, op, file.values([[2.0, 1.0, 2.0], [1.0, 1.0, 3.0]]), {"dim": 1}, ["ties"])
        _pair(file, op, file.values([[3, 1], [2, 5]], "int32"), {"dim": 0}, ["integer"])
    _pair(file, "sort", file.values([[3, 1, 2], [2, 5, 4]], "int32"), {"dim": 1, "descending": False}, ["integer"])
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    for op, attrs in (("sort", {"dim": 1, "descending": False}), ("topk", {"k": 2, "dim": 1, "largest": True}), ("max", {"dim": 0}), ("min", {"dim": 0})):
        file.program(op, {"x": _distinct(file, [4, 3])}, [transpose, {"op": op, "in": ["v"], "attrs": attrs, "out": ["r", "i"]}], ["r", "i"], ["strided"])
    for values in ([[3.0, 1.0, 3.0], [2.0, 1.0, 2.0]], [], 2.0, [1.5]):
        file.add("unique", {"x": file.values(values, grad=False)})
    file.add("unique", {"x": file.values([3, 1, 3, -2], "int32")}, tags=["integer"])
    x = file.uniform([2, 3])
    file.refused("sort", {"x": x}, "dim_out_of_range", {"dim": 2, "descending": False})
    file.refused("topk", {"x": x}, "invalid_argument", {"k": 4, "dim": 1, "largest": True})
    file.refused("max", {"x": x}, "dim_out_of_range", {"dim": 2})
    file.refused("max", {"x": file.uniform([2, 0])}, "empty_reduction", {"dim": 1})


def _distinct(file, shape):
    """Elements of which no two are equal."""
    count = int(np.prod(shape))
    return file.values((file.generator.permutation(count) * 0.125 - 1).reshape(shape).tolist()) if count else file.uniform(shape)


def _pair(file, op, x, attrs, tags=()):
    file.program(op, {"x": x}, [{"op": op, "in": ["x"], "attrs": attrs, "out": ["r", "i"]}], ["r", "i"], tags)
