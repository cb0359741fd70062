"""Cases of the operations that reduce or normalise: sum, mean, max, softmax, cross-entropy."""

NAN, INF = float("nan"), float("inf")
DIMS = [([4], 0, False), ([2, 3], 0, False), ([2, 3], 1, True), ([2, 3], -1, False), ([2, 3, 4], [0, 2], False), ([2, 3, 4], [1, -1], True),
        ([2, 3, 4], 1, False), ([2, 3], [0, 1], False), ([2, 3], [0, 1], True), ([0, 3], 1, False), ([2, 1, 3], 1, True), ([3, 41], 1, False), ([41, 3], 0, False)]


def record(file):
    for op in ("sum", "mean", "amax"):
        _over_dimensions(file, op)
    for op in ("sum", "mean", "max"):
        for shape in ([], [1], [7], [2, 3], [2, 3, 4], [2, 41]):
            file.add(op, {"x": file.uniform(shape)})
    _edges(file)
    _softmax(file)
    _cross_entropy(file)


def _over_dimensions(file, op):
    for shape, dim, keep in DIMS:
        file.add(op, {"x": file.uniform(shape)}, {"dim": dim, "keepdim": True} if keep else {"dim": dim})
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    file.program(op, {"x": file.uniform([4, 3])}, [transpose, {"op": op, "in": ["v"], "attrs": {"dim": 0}, "out": ["r"]}], ["r"], ["strided"])


def _edges(file):
    for op in ("sum", "mean"):
        file.add(op, {"x": file.uniform([0])})
        file.add(op, {"x": file.uniform([0, 3])}, {"dim": 0})
        file.add(op, {"x": file.uniform([2, 0, 3])}, {"dim": 1, "keepdim": True})
        file.add(op, {"x": file.values([1.0, INF, 2.0])}, tags=["edge"])
        file.add(op, {"x": file.values([[1.0, INF], [-INF, INF], [NAN, 1.0]])}, {"dim": 1}, ["edge"])
    file.add("amax", {"x": file.uniform([2, 0])}, {"dim": 0})
    file.add("max", {"x": file.values([3.0, 1.0, 3.0, 3.0])}, tags=["ties"])
    file.add("max", {"x": file.values([[2.0, 2.0], [2.0, 2.0]])}, tags=["ties"])
    file.add("max", {"x": file.values([0.0, -0.0])}, tags=["ties"])
    file.add("amax", {"x": file.values([[1.0, 5.0, 5.0], [2.0, 2.0, 2.0], [3.0, 1.0, 0.0]])}, {"dim": 1}, ["ties"])
    file.add("amax", {"x": file.values([[1.0, 5.0], [1.0, 2.0], [0.0, 5.0]])}, {"dim": 0, "keepdim": True}, ["ties"])
    file.add("amax", {"x": file.values([[[1.0, 4.0], [4.0, 0.0]], [[3.0, 3.0], [3.0, 3.0]]])}, {"dim": [1, 2]}, ["ties"])
    file.add("max", {"x": file.values([1.0, INF, -INF])}, tags=["edge"])
    file.add("max", {"x": file.values([-INF, -INF])}, tags=["edge", "ties"])
    file.add("max", {"x": file.values([1.0, NAN, 3.0], grad=False)}, tags=["edge"])
    file.add("amax", {"x": file.values([[1.0, NAN], [2.0, INF], [-INF, -1.0]], grad=False)}, {"dim": 1}, ["edge"])
    file.add("sum", {"x": file.values([[1, 2], [3, 4]], "int64")}, {"dim": 0}, ["integer"])
    file.add("sum", {"x": file.values([2147483647, 1], "int32")}, tags=["integer"])
    file.add("amax", {"x": file.values([[1, 7], [3, -4]], "int32")}, {"dim": 1}, ["integer"])


def _softmax(file):
    for op in ("softmax", "log_softmax"):
        for shape, dim in (([4], 0), ([2, 3], 1), ([2, 3], 0), ([2, 3], -1), ([2, 3, 4], 1), ([2, 1], 1), ([1], 0), ([0, 3], 1), ([2, 0], 1), ([3, 0, 2], 0), ([3, 41], -1)):
            file.add(op, {"x": file.uniform(shape, -4.0, 4.0)}, {"dim": dim})
        file.add(op, {"x": file.values([[1000.0, 1000.0], [-1000.0, 1000.0], [88.0, 89.0]])}, {"dim": 1}, ["edge"])
        file.add(op, {"x": file.values([[2.0, 2.0, 2.0]])}, {"dim": 1}, ["ties"])
        file.add(op, {"x": file.values([[0.0, -INF, 1.0]])}, {"dim": 1}, ["edge"])
        file.add(op, {"x": file.values([[-INF, -INF], [INF, 0.0], [NAN, 0.0]], grad=False)}, {"dim": 1}, ["edge"])
        transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
        file.program(op, {"x": file.uniform([4, 3])}, [transpose, {"op": op, "in": ["v"], "attrs": {"dim": 1}, "out": ["r"]}], ["r"], ["strided"])


def _cross_entropy(file):
    def case(shape, target_shape, tags=(), **attrs):
        classes = shape[0] if len(shape) == 1 else shape[1]
        target = file.generator.randint(0, classes, size=tuple(target_shape)).tolist() if 0 not in target_shape else []
        target = {"dtype": "int64", "shape": target_shape, "data": _flat(target)}
        file.add("cross_entropy", {"x": file.uniform(shape, -4.0, 4.0), "y": target}, attrs, tags)

    for shape, target_shape in (([5, 3], [5]), ([1, 4], [1]), ([4], []), ([1], []), ([2, 3, 4], [2, 4]), ([2, 3, 2, 2], [2, 2, 2]), ([32, 10], [32]), ([6, 1], [6]), ([0, 3], [0])):
        case(shape, target_shape)
    for reduction in ("sum", "none"):
        for shape, target_shape in (([5, 3], [5]), ([2, 3, 4], [2, 4]), ([0, 3], [0])):
            case(shape, target_shape, ["reduction"], reduction=reduction)
    target = lambda *values: file.values(list(values), "int64")
    file.add("cross_entropy", {"x": file.values([[1000.0, 0.0], [0.0, 1000.0], [-1000.0, 1000.0]]), "y": target(0, 0, 1)}, tags=["edge"])
    file.add("cross_entropy", {"x": file.values([[0.0, 0.0, 0.0]]), "y": target(2)}, tags=["ties"])
    file.add("cross_entropy", {"x": file.values([[0.0, -INF, 1.0]]), "y": target(0)}, tags=["edge"])
    file.add("cross_entropy", {"x": file.values([[0.0, -INF], [NAN, 1.0]], grad=False), "y": target(1, 0)}, tags=["edge"])


def _flat(nested):
    return [value for part in nested for value in _flat(part)] if isinstance(nested, list) else [nested]
