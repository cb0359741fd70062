"""Cases of the operations that act on every element: arithmetic, functions, comparisons, selection."""

BROADCASTS = [
    ([], []), ([3], [3]), ([2, 3], [2, 3]), ([2, 3], [3]), ([3], [2, 3]), ([2, 3], []), ([], [4]), ([2, 1], [1, 3]), ([5], [3, 1]),
    ([2, 1, 4], [3, 1]), ([1], [1, 1]), ([0], [0]), ([0, 3], [1, 3]), ([2, 0], []), ([1, 3], [0, 1]), ([37], [37]), ([3, 19], [19]),
]
NAN, INF = float("nan"), float("inf")


def record(file):
    for op in ("add", "sub", "mul", "div", "pow"):
        _arithmetic(file, op)
    _edges_of_arithmetic(file)
    for op in ("eq", "ne", "lt", "le", "gt", "ge"):
        _comparison(file, op)
    for op in ("neg", "exp", "log", "sqrt", "tanh", "sigmoid", "relu"):
        _function(file, op)
    _where(file)
    _programs(file)


def _arithmetic(file, op):
    low = 0.2 if op == "pow" else -2.0
    for left, right in BROADCASTS:
        divisor = op == "div"
        tags = ["broadcast"] if left != right else []
        file.add(op, {"a": file.uniform(left, low), "b": file.uniform(right, 0.3 if divisor else -2.0, 2.0)}, tags=tags)
    for other in (2.5, -1, 0.5):
        file.add(op, {"a": file.uniform([2, 3], low)}, {"other": other}, ["number"])
    if op in ("sub", "pow"):
        file.add(op, {"a": file.uniform([2, 3], low)}, {"other": 1.5, "reverse": True}, ["number"])
    transpose = {"op": "transpose", "in": ["a"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    file.program(op, {"a": file.uniform([3, 2], low), "b": file.uniform([2, 3], 0.3)},
                 [transpose, {"op": op, "in": ["v", "b"], "out": ["r"]}], ["r"], ["strided"])
    file.program(op, {"a": file.uniform([4], 0.3)}, [{"op": op, "in": ["a", "a"], "out": ["r"]}], ["r"], ["same operand"])


def _edges_of_arithmetic(file):
    special = [0.0, -0.0, 1.0, -1.0, INF, -INF, NAN]
    for op in ("add", "sub", "mul", "div"):
        column, row = [[v] for v in special], special
        file.add(op, {"a": file.values(column, grad=False), "b": file.values(row, grad=False)}, tags=["edge", "broadcast"])
    file.add("div", {"a": file.values([1.0, 0.0, -1.0]), "b": file.values([0.0, 0.0, 0.0])}, tags=["edge"])
    file.add("pow", {"a": file.values([0.0, 0.0, 0.0, 2.0, -2.0, -2.0]), "b": file.values([0.0, 1.0, 2.0, 0.0, 2.0, 3.0])}, tags=["edge"])
    file.add("pow", {"a": file.values([0.0, -8.0, INF, 0.5]), "b": file.values([-1.0, 0.5, -1.0, INF], grad=False)}, tags=["edge"])
    file.add("pow", {"a": file.values([-3.0, -0.5, 0.0, 2.0])}, {"other": 3}, ["edge", "number"])
    file.add("pow", {"a": file.values([-3.0, 0.0, 2.0])}, {"other": 0}, ["edge", "number"])
    file.add("pow", {"a": file.values([0.0, 4.0, -1.0])}, {"other": 0.5}, ["edge", "number"])
    file.add("pow", {"a": file.values([0.0, 1.0, -2.0, 3.0])}, {"other": 2, "reverse": True}, ["edge", "number"])
    file.add("add", {"a": file.values([[1, 2], [3, 4]], "int32"), "b": file.values([10, -20], "int32")}, tags=["integer", "broadcast"])
    file.add("mul", {"a": file.values([3, -4, 5], "int64"), "b": file.values(2, "int64")}, tags=["integer", "broadcast"])


def _comparison(file, op):
    grid = file.generator.randint(0, 3, size=(2, 3)).astype(float).tolist()
    file.add(op, {"a": file.values(grid, grad=False), "b": file.values([0.0, 1.0, 2.0], grad=False)}, tags=["broadcast", "ties"])
    file.add(op, {"a": file.values([[0.0], [-0.0], [INF], [-INF], [NAN]], grad=False),
                  "b": file.values([0.0, 1.0, INF, NAN], grad=False)}, tags=["edge", "broadcast"])
    file.add(op, {"a": file.values(grid, grad=False)}, {"other": 1.0}, ["number", "ties"])
    file.add(op, {"a": file.uniform([0, 3], grad=False), "b": file.uniform([3], grad=False)}, tags=["broadcast"])
    file.add(op, {"a": file.values(1.5, grad=False), "b": file.values(1.5, grad=False)}, tags=["ties"])
    file.add(op, {"a": file.values([1, 2, 3], "int32"), "b": file.values([3, 2, 1], "int32")}, tags=["integer"])


def _function(file, op):
    low = 0.05 if op in ("log", "sqrt") else -4.0
    for shape in ([], [3], [2, 3], [0], [2, 0, 3], [3, 13]):
        file.add(op, {"x": file.uniform(shape, low, 4.0)})
    every_other = {"op": "index", "in": ["x"], "attrs": {"index": [{}, {"step": 2}]}, "out": ["v"]}
    file.program(op, {"x": file.uniform([3, 5], low, 4.0)}, [every_other, {"op": op, "in": ["v"], "out": ["r"]}], ["r"], ["strided"])
    edges = {
        "neg": [0.0, -0.0, INF, -INF, NAN],
        "exp": [0.0, 88.0, 100.0, -100.0, INF, -INF, NAN],
        "log": [0.0, 1.0, -1.0, INF, NAN, 1e-38],
        "sqrt": [0.0, 1.0, -1.0, INF, NAN, 1e-30],
        "tanh": [0.0, 1e-4, -1e-4, 20.0, -20.0, INF, -INF, NAN],
        "sigmoid": [0.0, 40.0, -40.0, 200.0, -200.0, INF, -INF, NAN],
        "relu": [0.0, -0.0, 1e-30, -1e-30, INF, -INF, NAN],
    }
    file.add(op, {"x": file.values(edges[op])}, tags=["edge"])


def _where(file):
    condition = file.values([[True, False, True], [False, False, True]], "bool")
    file.add("where", {"c": condition, "a": file.uniform([2, 3]), "b": file.uniform([2, 3])})
    file.add("where", {"c": condition, "a": file.uniform([3]), "b": file.uniform([2, 1])}, tags=["broadcast"])
    file.add("where", {"c": file.values([True, False, True], "bool"), "a": file.uniform([2, 3]), "b": file.uniform([])}, tags=["broadcast"])
    file.add("where", {"c": file.values([[True], [False]], "bool"), "a": file.uniform([]), "b": file.uniform([3])}, tags=["broadcast"])
    file.add("where", {"c": file.values(True, "bool"), "a": file.uniform([]), "b": file.uniform([])})
    file.add("where", {"c": file.values([[True, False, True]], "bool"), "a": file.uniform([0, 3]), "b": file.uniform([3])}, tags=["broadcast"])
    file.add("where", {"c": file.values([True, False], "bool"), "a": file.values([1.0, NAN]), "b": file.values([INF, 2.0])}, tags=["edge"])
    file.add("where", {"c": file.values([True, False], "bool"), "a": file.values([1, 2], "int32"), "b": file.values([3, 4], "int32")}, tags=["integer"])


def _programs(file):
    step = lambda op, *names, **attrs: {"op": op, "in": list(names[:-1]), **({"attrs": attrs} if attrs else {}), "out": [names[-1]]}
    file.program("program", {"x": file.uniform([4, 3]), "w": file.uniform([3, 5]), "b": file.uniform([5])},
                 [step("matmul", "x", "w", "h"), step("add", "h", "b", "z"), step("relu", "z", "a"), step("sum", "a", "r", dim=0)], ["z", "r"], ["program"])
    file.program("program", {"x": file.uniform([3])},
                 [step("exp", "x", "e"), step("mul", "e", "x", "p"), step("add", "p", "e", "r")], ["r"], ["program", "same operand"])
    file.program("program", {"x": file.uniform([2, 3]), "unused": file.uniform([2])},
                 [step("sigmoid", "x", "s"), step("mul", "s", "s", "r")], ["r"], ["program"])
    file.program("program", {"x": file.uniform([2, 6])},
                 [step("reshape", "x", "v", shape=[3, 4]), step("transpose", "v", "t", dim0=0, dim1=1), step("reshape", "t", "f", shape=[-1]), step("tanh", "f", "r")], ["t", "r"], ["program", "strided"])
    file.program("program", {"x": file.uniform([2, 4])},
                 [step("mean", "x", "m", dim=-1, keepdim=True), step("sub", "x", "m", "d"), step("mul", "d", "d", "q"), step("mean", "q", "v", dim=-1, keepdim=True),
                  step("add", "v", "w", other=1e-2), step("sqrt", "w", "s"), step("div", "d", "s", "r")], ["r"], ["program"])
    file.program("program", {"a": file.uniform([2, 3]), "b": file.uniform([3])},
                 [step("gt", "a", "b", "c"), step("where", "c", "a", "b", "m"), step("log_softmax", "m", "r", dim=1)], ["m", "r"], ["program", "broadcast"])
    file.program("program", {"x": file.uniform([1, 3])},
                 [step("expand", "x", "e", shape=[4, 3]), step("mul", "e", "e", "p"), step("sum", "p", "r")], ["r"], ["program", "strided"])
