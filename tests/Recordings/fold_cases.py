"""Cases of the further reductions: smallest elements, products, truth values, positions, deviations,
sums of exponentials, norms, running sums and products."""

from reduction_cases import DIMS, INF, NAN

TRANSPOSE = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
# The gradient of the logarithm of a large sum is as inexact as the sum itself.
LARGE = {"rtol": 3e-4, "atol": 3e-5}
POWERS = {"rtol": 3e-5, "atol": 3e-6}
ONE_DIM = [(shape, dim, keep) for shape, dim, keep in DIMS if isinstance(dim, int)]


def record(file):
    _smallest(file)
    _products(file)
    _truth(file)
    _positions(file)
    _deviations(file)
    _sums_of_exponentials(file)
    _norms(file)
    _running(file)


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


def _positions(file):
    for op in ("argmax", "argmin"):
        draw = lambda shape: file.uniform(shape, grad=False)
        _over_dimensions(file, op, ONE_DIM, draw)
        _over_all(file, op, draw)
        file.add(op, {"x": draw([2, 3])}, {"keepdim": True})
        file.add(op, {"x": draw([])}, {"dim": -1})
        file.add(op, {"x": draw([2, 0])}, {"dim": 0})
        file.add(op, {"x": draw([2, 70])}, {"dim": 1})
        file.add(op, {"x": draw([70, 2])}, {"dim": 0})
        for values in ([1.0, 3.0, 3.0, 1.0], [2.0] * 70, [0.0, -0.0]):
            file.add(op, {"x": file.values(values, grad=False)}, tags=["ties"])
        file.add(op, {"x": file.values([[1.0, 5.0, 1.0], [2.0, 5.0, 1.0], [2.0, 0.0, 1.0]], grad=False)}, {"dim": 0}, ["ties"])
        for values in ([1.0, NAN, INF, NAN, -INF], [1.0] * 40 + [NAN] * 30):
            file.add(op, {"x": file.values(values, grad=False)}, tags=["edge"])
        file.add(op, {"x": file.values([[1.0, NAN, -INF], [NAN, NAN, -INF], [INF, 2.0, INF]], grad=False)}, {"dim": 0}, ["edge"])
        file.add(op, {"x": file.values([[3, 0, 3], [-1, 2, -1]], "int64")}, {"dim": 1}, ["integer"])
        file.refused(op, {"x": draw([2, 3])}, "dim_out_of_range", {"dim": 2})
        file.refused(op, {"x": draw([2, 0])}, "empty_reduction", {"dim": 1})
        file.refused(op, {"x": draw([0])}, "empty_reduction")


def _deviations(file):
    for op in ("var", "std"):
        _over_dimensions(file, op, DIMS)
        _over_dimensions(file, op, DIMS[:4] + DIMS[-2:], correction=0)
        # The gradients of a single element in PyTorch 1.13 are a mistake of its own.
        draw = lambda shape: file.uniform(shape, grad=shape not in ([], [1]))
        _over_all(file, op, draw)
        _over_all(file, op, draw, correction=0)
        file.add(op, {"x": file.uniform([4])}, {"correction": 2})
        file.add(op, {"x": file.uniform([0])})
        file.add(op, {"x": file.uniform([2, 0])}, {"dim": 1})
        file.add(op, {"x": file.uniform([2, 1])}, {"dim": 1}, ["edge"])
        file.add(op, {"x": file.values([3.0, 3.0, 3.0])}, tags=["edge"])
        file.add(op, {"x": file.values([[3.0, 3.0], [1.0, 2.0]])}, {"dim": 1}, ["edge"])
        file.add(op, {"x": file.values([40.0, 41.0, 43.0])}, tags=["edge"])
        file.add(op, {"x": file.values([[1.0, INF], [NAN, 2.0]], grad=False)}, {"dim": 1}, ["edge"])
        file.refused(op, {"x": file.uniform([2, 3])}, "dim_out_of_range", {"dim": 2})


def _sums_of_exponentials(file):
    draw = lambda shape: file.uniform(shape, -4.0, 4.0)
    _over_dimensions(file, "logsumexp", DIMS, draw)
    _over_all(file, "logsumexp", draw)
    file.add("logsumexp", {"x": draw([2, 0])}, {"dim": 1})
    file.add("logsumexp", {"x": draw([0, 2])}, {"dim": 0, "keepdim": True})
    file.add("logsumexp", {"x": file.values([[1000.0, 1000.0], [-1000.0, 1000.0], [88.0, 89.0]])}, {"dim": 1}, ["edge"], LARGE)
    file.add("logsumexp", {"x": file.values([[0.0, -INF, 1.0], [INF, 2.0, 1.0]])}, {"dim": 1}, ["edge"])
    file.add("logsumexp", {"x": file.values([[-INF, -INF], [INF, INF], [NAN, 0.0], [INF, -INF]])}, {"dim": 1}, ["edge"])
    file.refused("logsumexp", {"x": draw([2, 3])}, "dim_out_of_range", {"dim": 2})


def _norms(file):
    _over_dimensions(file, "norm", DIMS, p=2)
    for p in (1, 3, 1.5, 0.5, -1, "inf", "-inf"):
        for shape, dim, keep in (([2, 3], 0, False), ([2, 3], 1, True), ([2, 3, 4], [0, 2], False), ([3, 41], 1, False), ([41, 3], 0, False)):
            file.add("norm", {"x": file.uniform(shape)}, {"p": p, "dim": dim, **({"keepdim": True} if keep else {})}, tol=POWERS)
    for p in (1, 2, 3, "inf"):
        _over_all(file, "norm", p=p)
        file.add("norm", {"x": file.uniform([0])}, {"p": p})
        file.add("norm", {"x": file.uniform([2, 0])}, {"p": p, "dim": 1})
    for p in (1, 2, 3, 1.5, 0.5, "inf", "-inf"):
        for values in ([0.0, 0.0], [0.0, 3.0, -3.0], [3.0, -3.0, 1.0], [[1.0, 0.0], [0.0, 0.0]]):
            file.add("norm", {"x": file.values(values)}, {"p": p}, ["edge", "ties"])
    for p in (0, 1, 2, 3, "inf"):
        file.add("norm", {"x": file.values([[1.0, NAN, 0.0], [INF, -2.0, 0.0], [0.0, -0.0, 1.0]], grad=False)}, {"p": p, "dim": 1}, ["edge"])
    file.refused("norm", {"x": file.uniform([2, 3])}, "dim_out_of_range", {"p": 2, "dim": 2})


def _running(file):
    zeros = [[2.0, 0.0, 3.0], [0.0, 1.5, 0.0], [1.0, -2.0, 0.5]]
    for op in ("cumsum", "cumprod"):
        _over_dimensions(file, op, [(shape, dim, False) for shape, dim, _ in ONE_DIM])
        for shape, dim in (([], 0), ([1], -1), ([2, 3, 4], 2), ([2, 3, 4], 0), ([0], 0), ([2, 0, 3], 0), ([2, 0, 3], 1)):
            file.add(op, {"x": file.uniform(shape)}, {"dim": dim})
        for dim in (0, 1):
            file.add(op, {"x": file.values(zeros)}, {"dim": dim}, ["edge"])
            _strided(file, op, file.values(zeros), {"dim": dim})
        for values in ([0.0, 2.0, 3.0], [0.0, 0.0], [2.0, 0.0, 0.0, 3.0]):
            file.add(op, {"x": file.values(values)}, {"dim": 0}, ["edge"])
        file.add(op, {"x": file.values([[1.0, INF, 0.0], [2.0, NAN, 1.0]], grad=False)}, {"dim": 1}, ["edge"])
        file.add(op, {"x": file.values([2147483647, 2], "int32")}, {"dim": 0}, ["integer"])
        file.add(op, {"x": file.values([[1, 2, 3], [4, 5, 6]], "int64")}, {"dim": 1}, ["integer"])
        file.refused(op, {"x": file.uniform([2, 3])}, "dim_out_of_range", {"dim": 2})
        file.refused(op, {"x": file.uniform([])}, "dim_out_of_range", {"dim": 1})
