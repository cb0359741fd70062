"""Cases of the products and of the operations that move elements: matmul, views, slices, joins."""


def record(file):
    _matmul(file)
    _views(file)
    _slices(file)
    _joins(file)


def _matmul(file):
    shapes = [
        ([3], [3]), ([1], [1]), ([3], [3, 2]), ([2, 3], [3]), ([2, 3], [3, 4]), ([1, 1], [1, 1]), ([5, 1], [1, 7]), ([1, 9], [9, 1]),
        ([4, 2, 3], [4, 3, 2]), ([4, 2, 3], [3, 2]), ([2, 3], [4, 3, 2]), ([3], [2, 3, 4]), ([2, 4, 3], [3]),
        ([2, 1, 2, 3], [3, 3, 2]), ([1, 2, 3], [5, 3, 2]), ([2, 1, 3, 2], [1, 2, 2, 3]),
        ([0], [0]), ([2, 0], [0, 3]), ([0, 3], [3, 2]), ([2, 3], [3, 0]), ([0, 2, 3], [3, 2]), ([0, 2, 3], [1, 3, 2]), ([3, 0], [0]), ([0], [0, 2]),
        ([17, 33], [33, 18]),
    ]
    batched = lambda left, right: ["broadcast"] if max(len(left), len(right)) > 2 and left[:-2] != right[:-2] else []
    for left, right in shapes:
        file.add("matmul", {"a": file.uniform(left), "b": file.uniform(right)}, tags=batched(left, right), tol={"rtol": 1e-4, "atol": 1e-5})
    transpose = {"op": "transpose", "in": ["b"], "attrs": {"dim0": -1, "dim1": -2}, "out": ["v"]}
    for left, right in (([4, 3], [5, 3]), ([2, 4, 3], [2, 5, 3])):
        file.program("matmul", {"a": file.uniform(left), "b": file.uniform(right)},
                     [transpose, {"op": "matmul", "in": ["a", "v"], "out": ["r"]}], ["r"], ["strided"], {"rtol": 1e-4, "atol": 1e-5})
    file.add("matmul", {"a": file.values([[1.0, float("inf")], [float("nan"), 2.0]], grad=False), "b": file.values([[1.0, 0.0], [1.0, 2.0]], grad=False)}, tags=["edge"])


def _views(file):
    for shape in ([2, 3], [3], [], [0, 3], [1, 4]):
        file.add("t", {"x": file.uniform(shape)})
    for shape, first, second in (([2, 3], 0, 1), ([2, 3, 4], 0, 2), ([2, 3, 4], -1, 1), ([2, 3], 1, 1), ([2, 0, 3], 1, 2)):
        file.add("transpose", {"x": file.uniform(shape)}, {"dim0": first, "dim1": second})
    file.add("swapdims", {"x": file.uniform([2, 1, 3])}, {"dim0": -3, "dim1": -1})
    for shape, dims in (([2, 3, 4], [2, 0, 1]), ([2, 3], [1, 0]), ([2, 3, 2], [-1, 0, 1]), ([2, 3], [0, 1]), ([], []), ([2, 0, 3], [1, 2, 0])):
        file.add("permute", {"x": file.uniform(shape)}, {"dims": dims})
    for shape, to in (([2, 3], [3, 2]), ([2, 3], [6]), ([2, 3], [-1]), ([2, 3], [1, -1, 2]), ([6], [2, 3]), ([], [1]), ([], [1, 1]), ([1], []), ([1, 1], []),
                      ([0, 3], [3, 0]), ([0, 3], [-1, 3]), ([0], [2, 0, 5]), ([2, 3], [2, 3])):
        file.add("reshape", {"x": file.uniform(shape)}, {"shape": to})
    for shape, to in (([3], [2, 3]), ([1, 3], [4, 3]), ([2, 1], [-1, 3]), ([], [2, 2]), ([1], [0]), ([1, 3], [0, 3]), ([2, 1, 3], [5, 2, 4, 3]), ([2, 3], [2, 3]), ([3], [1, -1])):
        file.add("expand", {"x": file.uniform(shape)}, {"shape": to}, ["broadcast"] if shape != to else [])


def _slices(file):
    def part(start=None, stop=None, step=None):
        return {name: value for name, value in (("start", start), ("stop", stop), ("step", step)) if value is not None}

    whole = {}
    for shape, index in (
            ([4], [0]), ([4], [-1]), ([4], [part(1, 3)]), ([4], [part(0, 4, 2)]), ([4], [part(-3, -1)]), ([4], [part(2, 2)]), ([7], [part(1, None, 3)]),
            ([3, 4], [1]), ([3, 4], [whole, 1]), ([3, 4], [whole, -1]), ([3, 4], [2, 3]), ([3, 4], [part(1), part(0, 2)]), ([3, 4], [part(None, None, 2), part(1, None, 2)]),
            ([3, 4], [part(None, 2), 0]), ([2, 3, 4], [0]), ([2, 3, 4], [whole, whole, -2]), ([2, 3, 4], [1, part(0, 2), part(None, None, 3)]), ([2, 3, 4], [whole, part(-2)]),
            ([0, 3], [whole, 1]), ([2, 0], [1]), ([3, 4], [part(3)])):
        file.add("index", {"x": file.uniform(shape)}, {"index": index})


def _joins(file):
    for shapes, dim in (([[2, 3], [1, 3]], 0), ([[2, 3], [2, 1]], 1), ([[2, 3], [2, 2]], -1), ([[3], [2], [1]], 0), ([[2, 3]], 0), ([[0, 3], [2, 3]], 0),
                        ([[0, 3], [0, 2]], 1), ([[2, 0], [2, 3]], 1), ([[2, 2, 3], [2, 1, 3]], 1), ([[2, 2, 2], [2, 2, 1]], 2), ([[1, 2]] * 5, 0)):
        file.add("cat", {f"x{i}": file.uniform(shape) for i, shape in enumerate(shapes)}, {"dim": dim})
    for shape, count, dim in (([2, 3], 2, 0), ([2, 3], 2, 1), ([2, 3], 2, 2), ([2, 3], 3, -1), ([], 3, 0), ([3], 1, 0), ([0], 2, 0), ([0, 2], 2, -1), ([2, 1, 2], 2, -2)):
        file.add("stack", {f"x{i}": file.uniform(shape) for i in range(count)}, {"dim": dim})
    transpose = {"op": "transpose", "in": ["x0"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    for op in ("cat", "stack"):
        file.program(op, {"x0": file.uniform([2, 3]), "x1": file.uniform([3, 2])},
                     [transpose, {"op": op, "in": ["v", "x1"], "attrs": {"dim": 1}, "out": ["r"]}], ["r"], ["strided"])
        file.program(op, {"x": file.uniform([2, 2])}, [{"op": op, "in": ["x", "x"], "attrs": {"dim": 0}, "out": ["r"]}], ["r"], ["same operand"])
