"""Cases of the further functions of elements, of clamping and of logic."""

from elementwise_cases import BROADCASTS, INF, NAN

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e-4, -1e-4, 30.0, -30.0, INF, -INF, NAN]

# The range of a function's random arguments, and the edges where PyTorch's choices are recorded.
FUNCTIONS = {
    "abs": (-3, 3, SPECIAL), "sign": (-3, 3, SPECIAL), "square": (-3, 3, SPECIAL), "rsqrt": (0.1, 4, SPECIAL), "reciprocal": (0.3, 4, SPECIAL),
    "expm1": (-3, 3, [*SPECIAL, 88.0, 100.0, -100.0]), "log1p": (-0.8, 4, SPECIAL), "log2": (0.1, 9, SPECIAL), "log10": (0.1, 9, SPECIAL),
    "sin": (-4, 4, SPECIAL), "cos": (-4, 4, SPECIAL), "tan": (-1.2, 1.2, [0.0, 1.0, INF, NAN]), "asin": (-0.9, 0.9, SPECIAL), "acos": (-0.9, 0.9, SPECIAL),
    "atan": (-4, 4, SPECIAL), "sinh": (-3, 3, SPECIAL), "cosh": (-3, 3, SPECIAL), "silu": (-4, 4, SPECIAL), "erf": (-3, 3, SPECIAL),
    "ceil": (-3, 3, [*SPECIAL, 2.5]), "floor": (-3, 3, [*SPECIAL, 2.5]), "round": (-3, 3, [*SPECIAL, 1.5, 2.5, -1.5]), "trunc": (-3, 3, [*SPECIAL, 2.5]),
    "isnan": (-3, 3, SPECIAL), "logical_not": (-3, 3, SPECIAL),
}


def record(file):
    for op, (low, high, edges) in FUNCTIONS.items():
        _function(file, op, {}, low, high, edges)
    for attrs in ({}, {"negative_slope": 0.2}, {"negative_slope": -0.5}):
        _function(file, "leaky_relu", attrs, -3, 3, SPECIAL)
    for attrs in ({}, {"alpha": 0.5}):
        _function(file, "elu", attrs, -3, 3, SPECIAL)
    for attrs in ({"approximate": "none"}, {"approximate": "tanh"}):
        _function(file, "gelu", attrs, -3, 3, [0.0, 1e-4, 9.0, -9.0, NAN])
    for attrs in ({}, {"beta": 2.0}, {"beta": 0.5, "threshold": 1.0}, {"threshold": -1.0}):
        _function(file, "softplus", attrs, -3, 3, SPECIAL)
    for attrs in ({"min": -1.0, "max": 0.5}, {"min": 0.5}, {"max": 0.5}, {"min": 1.0, "max": -1.0}):
        _function(file, "clamp", attrs, -3, 3, SPECIAL)
    for op in ("remainder", "atan2", "maximum", "minimum"):
        _pair(file, op)
    _division(file)
    _integers(file)
    _casts(file)
    for op in ("remainder", "atan2", "maximum", "minimum"):
        file.refused(op, {"a": file.uniform([2, 3]), "b": file.uniform([2])}, "broadcast_mismatch", sizes=[3, 2])


def _function(file, op, attrs, low, high, edges):
    for shape in ([], [3], [2, 3], [0], [2, 0, 3], [3, 13]):
        file.add(op, {"x": file.uniform(shape, low, high)}, attrs)
    every_other = {"op": "index", "in": ["x"], "attrs": {"index": [{}, {"step": 2}]}, "out": ["v"]}
    step = {"op": op, "in": ["v"], **({"attrs": attrs} if attrs else {}), "out": ["r"]}
    file.program(op, {"x": file.uniform([3, 5], low, high)}, [every_other, step], ["r"], ["strided"])
    file.add(op, {"x": file.values(edges)}, attrs, ["edge"])


def _pair(file, op):
    for left, right in BROADCASTS:
        file.add(op, {"a": file.uniform(left), "b": file.uniform(right, 0.3)}, tags=["broadcast"] if left != right else [])
    special = [0.0, -0.0, 1.0, -1.0, INF, -INF, NAN]
    file.add(op, {"a": file.values([[v] for v in special], grad=False), "b": file.values(special, grad=False)}, tags=["edge", "broadcast"])
    if op != "atan2":
        file.add(op, {"a": file.values([1.0, 2.0, 3.0, 4.5]), "b": file.values([1.0, 3.0, 2.0, 1.5])}, tags=["ties"])
    if op == "remainder":
        file.add(op, {"a": file.uniform([2, 3])}, {"other": -0.75}, ["number"])
        file.add(op, {"a": file.values([1.0, -2.0, 0.5], grad=False)}, {"other": 2.5, "reverse": True}, ["number"])
    transpose = {"op": "transpose", "in": ["a"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    file.program(op, {"a": file.uniform([3, 2]), "b": file.uniform([2, 3], 0.3)}, [transpose, {"op": op, "in": ["v", "b"], "out": ["r"]}], ["r"], ["strided"])


def _division(file):
    for rounding in ("floor", "trunc"):
        for left, right in (([], []), ([2, 3], [3]), ([0, 3], [1, 3]), ([3, 1], [1, 2])):
            file.add("div", {"a": file.uniform(left), "b": file.uniform(right, 0.3)}, {"rounding": rounding})
        file.add("div", {"a": file.values([7, -7, 7, -7], "int32"), "b": file.values([2, 2, -2, -2], "int32")}, {"rounding": rounding}, ["integer"])
        # Truncation is a function of its own after a division here, whose infinite derivative times 0 is NaN at a divisor 0.
        edges = [5.0, -5.0, 1.0, -1.0, INF, NAN, 0.0], [0.0, 0.0, INF, INF, 3.0, 1.0, -1.0]
        a, b = (file.values(values, grad=rounding == "floor") for values in edges)
        file.add("div", {"a": a, "b": b}, {"rounding": rounding}, ["edge"])
    file.add("div", {"a": file.values([[7], [-3]], "int32"), "b": file.values([2, 4, 0], "int32")}, tags=["integer", "broadcast"])
    file.add("div", {"a": file.values([7, -3], "int64")}, {"other": 2}, ["integer", "number"])


def _integers(file):
    numbers = file.values([[7, -7], [0, 3]], "int32")
    for op in ("abs", "sign", "square", "floor", "ceil", "round", "trunc", "logical_not"):
        file.add(op, {"x": numbers}, tags=["integer"])
    file.add("clamp", {"x": numbers}, {"min": -1, "max": 5}, ["integer"])
    for op in ("remainder", "maximum", "minimum"):
        file.add(op, {"a": numbers, "b": file.values([3, -2], "int32")}, tags=["integer", "broadcast"])
    file.add("logical_not", {"x": file.values([True, False], "bool")})


def _casts(file):
    for dtype in ("int32", "int64", "bool", "float32"):
        file.add("cast", {"x": file.values([[1.9, -1.9, 0.0], [0.5, 100.0, -3.0]], grad=False)}, {"dtype": dtype})
        file.add("cast", {"x": file.values([3, -4, 0], "int32")}, {"dtype": dtype}, ["integer"])
        file.add("cast", {"x": file.values([True, False], "bool")}, {"dtype": dtype})
        file.add("cast", {"x": file.uniform([0, 2], grad=False)}, {"dtype": dtype})
        file.add("cast", {"x": file.values(2.0, grad=False)}, {"dtype": dtype})
