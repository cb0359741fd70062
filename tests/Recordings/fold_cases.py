"""Cases of the further reductions: smallest elements, products, truth values."""

from reduction_cases import DIMS, INF, NAN

TRANSPOSE = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
ONE_DIM = [(shape, dim, keep) for shape, dim, keep in DIMS if isinstance(dim, int)]


def record(file):
    _smallest(file)
    _products(file)
    _truth(file)


def _over_dimensions(file, op, dims, draw=None, **attrs):
    """The operation over each of the dimensions, and on a transposed matrix."""
    draw = draw or file.uniform
    for shape, dim, keep in dims:
        file.add(op, {"x": draw(shape)}, {"dim": dim, **({"keepdim": True} if keep else {}), **attrs})
    for dim in (0, 1):
        _strided(file, op, draw([4, 3]), {"dim": dim, **attrs})


def _strided(file, op, x, attrs=None):
    """The operation on a transposed matrix."""
    step = {"op": op, "in": ["v"], **({"attrs": attrs} if attrs else {}), "out": ["r"]}
    file.program(op, {"x": x}, [TRANSPOSE, step], ["r"], ["strided"])


def _over_all(file, op, draw=None, **attrs):
    """The operation over everything."""
    draw = draw or file.uniform
    for shape in ([], [1], [7], [2, 3], [2, 3, 4], [2, 41]):
        file.add(op, {"x": draw(shape)}, attrs or None)
    _strided(file, op, draw([3, 2]), attrs or None)


def _smallest(file):
    _over_dimensions(file, "amin", DIMS)
    _over_all(file, "min")
    file.add("amin", {"x": file.uniform([2, 0])}, {"dim": 0})
    file.add("min", {"x": file.values([1.0, 3.0, 1.0, 1.0])}, tags=["ties"])
    file.add("min", {"x": file.values([[2.0, 2.0], [2.0, 2.0]])}, tags=["ties"])
    file.add("min", {"x": file.values([0.0, -0.0])}, tags=["ties"])
    file.add("amin", {"x": file.values([[9.0, 5.0, 5.0], [2.0, 2.0, 2.0], [3.0, 1.0, 0.0]])}, {"dim": 1}, ["ties"])
    file.add("amin", {"x": file.values([[[1.0, 4.0], [1.0, 6.0]], [[3.0, 3.0], [3.0, 3.0]]])}, {"dim": [1, 2], "keepdim": True}, ["ties"])
    file.add("min", {"x": file.values([INF, INF])}, tags=["edge", "ties"])
    file.add("min", {"x": file.values([1.0, NAN, 3.0], grad=False)}, tags=["edge"])
    file.add("amin", {"x": file.values([[1.0, NAN], [2.0, -INF], [INF, 1.0]], grad=False)}, {"dim": 1}, ["edge"])
    file.add("amin", {"x": file.values([[1, 7], [3, -4]], "int32")}, {"dim": 1}, ["integer"])
    for op, x, attrs in (("amin", [2, 3], {"dim": 2}), ("amin", [2, 0], {"dim": 1}), ("min", [0], None)):
        file.refused(op, {"x": file.uniform(x)}, "dim_out_of_range" if attrs == {"dim": 2} else "empty_reduction", attrs)


def _products(file):
    _over_dimensions(file, "prod", ONE_DIM)
    _over_all(file, "prod")
    file.add("prod", {"x": file.uniform([0])})
    file.add("prod", {"x": file.uniform([0, 3])}, {"dim": 0})
    file.add("prod", {"x": file.uniform([2, 0, 3])}, {"dim": 1, "keepdim": True})
    zeros = [[2.0, 0.0, 3.0], [0.0, 1.5, 0.0], [1.0, -2.0, 0.5]]
    for dim in (0, 1):
        file.add("prod", {"x": file.values(zeros)}, {"dim": dim}, ["edge"])
        _strided(file, "prod", file.values(zeros), {"dim": dim})
    for values in (zeros, [0.0], [3.0, 0.0, 2.0], [0.0, 0.0], [1.0, -0.0]):
        file.add("prod", {"x": file.values(values)}, tags=["edge"])
    file.add("prod", {"x": file.values([[1.0, INF], [0.0, INF], [NAN, 0.0]], grad=False)}, {"dim": 1}, ["edge"])
    file.add("prod", {"x": file.values([[1, 2, 3], [4, 5, 6]], "int64")}, {"dim": 0}, ["integer"])
    file.add("prod", {"x": file.values([2147483647, 2], "int32")}, tags=["integer"])
    file.refused("prod", {"x": file.uniform([2, 3])}, "dim_out_of_range", {"dim": -3})


def _truth(file):
    def draw(shape):
        cell = file.uniform(shape, grad=False)
        return dict(cell, dtype="bool", data=[value > -1.0 for value in cell["data"]])

    for op, same in (("all", True), ("any", False)):
        _over_dimensions(file, op, ONE_DIM, draw)
        _over_all(file, op, draw)
        file.add(op, {"x": draw([0])})
        file.add(op, {"x": draw([0, 2])}, {"dim": 0})
        file.add(op, {"x": file.values([[same] * 70] * 3, "bool")})
        file.add(op, {"x": file.values([[same] * 70] * 3, "bool")}, {"dim": 0})
        file.add(op, {"x": file.values([0.0, NAN, -0.0, 1.0], grad=False)}, tags=["edge"])
        file.add(op, {"x": file.values([0.0, -0.0], grad=False)}, tags=["edge"])
        file.add(op, {"x": file.values([[3, 0], [1, 2]], "int64")}, {"dim": 1}, ["integer"])
        file.refused(op, {"x": draw([2, 3])}, "dim_out_of_range", {"dim": 2})
