"""Cases of losses."""

REDUCTIONS = ("mean", "sum", "none")


def record(file):
    _elements(file)
    _logits(file)
    _classes(file)
    _refused(file)


def _elements(file):
    for op in ("mse_loss", "l1_loss"):
        for shape in ([3], [2, 3], [2, 1, 3], [], [0], [2, 0]):
            for reduction in REDUCTIONS:
                file.add(op, {"x": file.uniform(shape), "y": file.uniform(shape)}, {"reduction": reduction})
        file.add(op, {"x": file.uniform([4]), "y": file.uniform([4], grad=False)})
        _strided(file, op, {"x": file.uniform([3, 2]), "y": file.uniform([2, 3])}, {"reduction": "sum"})
        file.add(op, {"x": file.values([1.0, 2.0, -1.0]), "y": file.values([1.0, 2.0, 3.0])}, {"reduction": "none"}, ["ties"])
        file.add(op, {"x": file.values([float("nan"), float("inf"), 1.0]), "y": file.values([1.0, 2.0, 3.0])}, {"reduction": "none"}, ["edge"])


def _strided(file, op, inputs, attrs=None, names=None):
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    file.program(op, inputs, [transpose, {"op": op, "in": ["v", *(names or list(inputs)[1:])], **({"attrs": attrs} if attrs else {}), "out": ["r"]}], ["r"], ["strided"])


def _logits(file):
    op = "bce_with_logits"
    targets = lambda shape: file.uniform(shape, 0.0, 1.0)
    weights = lambda shape: file.uniform(shape, 0.1, 2.0, grad=False)
    for shape, weight, positive in (
            ([3], None, None), ([2, 3], None, None), ([], None, None), ([0], None, None), ([2, 3], [3], None), ([2, 3], [2, 1], None), ([2, 3], [2, 3], None),
            ([2, 3], None, [3]), ([2, 3], None, [2, 1]), ([2, 3], [3], [3]), ([2, 2, 3], [2, 1], []), ([], [], []), ([0, 3], [3], [3])):
        for reduction in REDUCTIONS:
            inputs = {"x": file.uniform(shape, -3.0, 3.0), "y": targets(shape)}
            names = ["x", "y"]
            if weight is not None:
                inputs["w"] = weights(weight)
            if positive is not None:
                inputs["p"] = weights(positive)
            names += ["w" if weight is not None else None, "p" if positive is not None else None]
            file.program(op, inputs, [{"op": op, "in": names, "attrs": {"reduction": reduction}, "out": ["r"]}], ["r"])
    _strided(file, op, {"x": file.uniform([3, 2]), "y": targets([2, 3])})
    file.add(op, {"x": file.values([80.0, -80.0, 80.0, -80.0, 0.0]), "y": file.values([1.0, 0.0, 0.0, 1.0, 1.0])}, {"reduction": "none"}, ["edge"])


def _targets(file, shape, classes, ignored=None):
    values = file.generator.randint(0, classes, size=shape)
    if ignored is not None and values.size:
        values.reshape(-1)[::2] = ignored
    return file.values(values.tolist(), "int64") if values.size or not shape else {"dtype": "int64", "shape": list(shape), "data": []}


def _classes(file):
    for op in ("nll_loss", "cross_entropy"):
        for shape in ([4, 3], [1, 5], [2, 3, 4], [2, 3, 2, 2], [5], [3, 1], [3, 20]):
            target = shape[:1] + shape[2:] if len(shape) > 1 else []
            classes = shape[min(1, len(shape) - 1)]
            for reduction in REDUCTIONS:
                file.add(op, {"x": file.uniform(shape), "t": _targets(file, target, classes)}, {"reduction": reduction})
                file.add(op, {"x": file.uniform(shape), "t": _targets(file, target, classes), "w": file.uniform([classes], 0.1, 2.0, grad=False)}, {"reduction": reduction})
        for reduction in REDUCTIONS:
            for ignored in (-100, 1, 9):
                file.add(op, {"x": file.uniform([5, 3]), "t": _targets(file, [5], 3, ignored), "w": file.uniform([3], 0.1, 2.0, grad=False)},
                         {"reduction": reduction, "ignore_index": ignored})
            file.add(op, {"x": file.uniform([2, 3, 4]), "t": _targets(file, [2, 4], 3, -1)}, {"reduction": reduction, "ignore_index": -1})
            file.add(op, {"x": file.uniform([2, 3]), "t": file.values([2, 2], "int64")}, {"reduction": reduction, "ignore_index": 2}, ["edge"])
            file.add(op, {"x": file.uniform([4, 3]), "t": _targets(file, [4], 3, -100)}, {"reduction": reduction})
        for reduction in REDUCTIONS:
            file.add(op, {"x": file.uniform([0, 3]), "t": _targets(file, [0], 3)}, {"reduction": reduction})
        _strided(file, op, {"x": file.uniform([3, 4]), "t": _targets(file, [4], 3)}, {"reduction": "none"})
        _strided(file, op, {"x": file.uniform([3, 4]), "t": _targets(file, [4], 3), "w": file.uniform([3], 0.1, 2.0, grad=False)})
        file.add(op, {"x": file.uniform([3, 2]), "t": file.values([0, 1, 0], "int64"), "w": file.values([0.0, 2.0], grad=False)}, None, ["edge"])


def _refused(file):
    for op in ("mse_loss", "l1_loss", "bce_with_logits"):
        file.refused(op, {"x": file.uniform([3]), "y": file.uniform([2])}, "size_mismatch")
        file.refused(op, {"x": file.uniform([2, 3]), "y": file.uniform([3])}, "size_mismatch")
    file.refused("bce_with_logits", {"x": file.uniform([3]), "y": file.uniform([3]), "w": file.uniform([2])}, "broadcast_mismatch")
    for op in ("nll_loss", "cross_entropy"):
        file.refused(op, {"x": file.uniform([4, 3]), "t": _targets(file, [3], 3)}, "size_mismatch")
        file.refused(op, {"x": file.uniform([4, 3]), "t": _targets(file, [4], 3), "w": file.uniform([4])}, "size_mismatch")
        file.refused(op, {"x": file.uniform([2, 3, 4]), "t": _targets(file, [2, 3], 3)}, "size_mismatch")
        file.refused(op, {"x": file.uniform([2, 3]), "t": file.values([0, 3], "int64")}, "index_out_of_range")
