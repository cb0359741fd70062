"""Cases of the operations on indices and masks."""

import numpy as np


def record(file):
    _selections(file)
    _gathers(file)
    _scatters(file)
    _tables(file)
    _masks(file)
    _refused(file)


def _indices(file, shape, size):
    """Random indices below a size."""
    values = file.generator.randint(0, max(1, size), size=tuple(shape))
    return {"dtype": "int64", "shape": list(shape), "data": np.asarray(values).reshape(-1).tolist()}


def _orders(file, shape, dim, size):
    """Random indices, none twice along a dimension."""
    moved = [length for axis, length in enumerate(shape) if axis != dim]
    rows = [file.generator.permutation(size)[:shape[dim]] for _ in range(int(np.prod(moved)))]
    values = np.moveaxis(np.asarray(rows).reshape(moved + [shape[dim]]), -1, dim)
    return {"dtype": "int64", "shape": list(shape), "data": values.reshape(-1).tolist()}


def _transposed(file, op, inputs, attrs=None):
    """The operation on a transposed first input."""
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    file.program(op, inputs, [transpose, {"op": op, "in": ["v", *list(inputs)[1:]], **({"attrs": attrs} if attrs else {}), "out": ["r"]}], ["r"], ["strided"])


def _selections(file):
    for shape, dim, count in (([3], 0, 2), ([3, 2], 0, 5), ([2, 3], 1, 2), ([2, 3, 4], -2, 4), ([2, 3, 4], 2, 3), ([3, 2], 0, 0), ([0, 3], 1, 2), ([1, 1], 0, 3)):
        file.add("index_select", {"x": file.uniform(shape), "i": _indices(file, [count], shape[dim])}, {"dim": dim})
    _transposed(file, "index_select", {"x": file.uniform([2, 3]), "i": _indices(file, [4], 3)}, {"dim": 0})


def _gathers(file):
    for shape, index, dim in (([4], [3], 0), ([3, 4], [3, 2], 1), ([3, 4], [5, 4], 0), ([3, 4], [2, 2], -1), ([2, 3, 4], [2, 3, 2], 2), ([2, 3, 4], [1, 3, 4], 0),
                              ([2, 3, 4], [2, 5, 3], 1), ([], [], 0), ([2, 3], [0, 3], 0), ([2, 3], [2, 0], 1), ([1, 1], [1, 1], 0)):
        file.add("gather", {"x": file.uniform(shape), "i": _indices(file, index, shape[dim] if shape else 1)}, {"dim": dim})
    _transposed(file, "gather", {"x": file.uniform([2, 3]), "i": _indices(file, [3, 4], 2)}, {"dim": 1})


def _scatters(file):
    for shape, index, source, dim in (([4], [3], [3], 0), ([3, 4], [3, 2], [3, 2], 1), ([3, 4], [2, 4], [3, 4], 0), ([3, 4], [2, 2], [2, 3], -1), ([2, 3, 4], [2, 2, 3], [2, 2, 3], 1),
                                      ([2, 3], [2, 0], [2, 3], 1), ([1, 1], [1, 1], [1, 1], 0)):
        axis = dim % len(shape)
        # PyTorch has no gradient of a source that is larger than the index.
        file.add("scatter", {"x": file.uniform(shape), "i": _orders(file, index, axis, shape[axis]), "s": file.uniform(source, grad=source == index)}, {"dim": dim})
        repeated = [length + 2 if i == axis and length else length for i, length in enumerate(index)]
        larger = [max(pair) for pair in zip(repeated, source)]
        file.add("scatter_add", {"x": file.uniform(shape), "i": _indices(file, repeated, shape[axis]), "s": file.uniform(larger, grad=larger == repeated)}, {"dim": dim})
    for op in ("scatter", "scatter_add"):
        _transposed(file, op, {"x": file.uniform([2, 3]), "i": _orders(file, [3, 2], 1, 2), "s": file.uniform([3, 2])}, {"dim": 1})
        file.add(op, {"x": file.uniform([]), "i": _indices(file, [], 1), "s": file.uniform([])}, {"dim": 0})


def _tables(file):
    for shape, classes in (([3], 4), ([], 3), ([2, 3], 5), ([1, 1], 1)):
        file.add("one_hot", {"i": _indices(file, shape, classes)}, {"num_classes": classes})
    for shape, table in (([3], [4, 2]), ([2, 3], [5, 3]), ([], [2, 2]), ([0], [3, 2]), ([2, 0, 1], [3, 2]), ([6], [2, 1])):
        file.add("embedding", {"i": _indices(file, shape, table[0]), "t": file.uniform(table)})
    for padding in (0, 2, -1):
        file.add("embedding", {"i": _indices(file, [2, 4], 3), "t": file.uniform([3, 2])}, {"padding_idx": padding})
    transpose = {"op": "transpose", "in": ["t"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["v"]}
    file.program("embedding", {"i": _indices(file, [4], 3), "t": file.uniform([2, 3])}, [transpose, {"op": "embedding", "in": ["i", "v"], "out": ["r"]}], ["r"], ["strided"])


def _mask(file, shape):
    values = file.generator.randint(0, 2, size=tuple(shape))
    return {"dtype": "bool", "shape": list(shape), "data": [bool(value) for value in np.asarray(values).reshape(-1)]}


def _masks(file):
    for shape, mask in (([4], [4]), ([2, 3], [3]), ([2, 3], [2, 1]), ([2, 3], []), ([], []), ([0, 3], [3]), ([2, 3, 2], [3, 2]), ([1, 1], [1])):
        file.add("masked_fill", {"x": file.uniform(shape), "m": _mask(file, mask)}, {"value": -1.5})
        file.add("masked_select", {"x": file.uniform(shape), "m": _mask(file, mask)})
    file.add("masked_select", {"x": file.uniform([3]), "m": _mask(file, [2, 3])})
    file.add("masked_fill", {"x": file.values([[float("nan"), 1.0], [float("inf"), 2.0]]), "m": file.values([[True, False], [True, False]], "bool")}, {"value": 0.0}, ["edge"])
    _transposed(file, "masked_fill", {"x": file.uniform([2, 3]), "m": _mask(file, [3, 2])}, {"value": 0.5})
    # PyTorch 1.13 hands the gradient of a strided tensor back in the order of its memory, which is a mistake of its own.
    _transposed(file, "masked_select", {"x": file.uniform([2, 3], grad=False), "m": _mask(file, [3, 2])})


def _refused(file):
    index = lambda *values: file.values(list(values), "int64")
    x = lambda *shape: file.uniform(shape)
    file.refused("index_select", {"x": x(2, 3), "i": index(0, 3)}, "index_out_of_range", {"dim": 1})
    file.refused("index_select", {"x": x(2, 3), "i": index(-1)}, "index_out_of_range", {"dim": 0})
    file.refused("index_select", {"x": x(2, 3), "i": index(0)}, "dim_out_of_range", {"dim": 2})
    file.refused("index_select", {"x": x(2, 3), "i": index([0], [1])}, "rank_mismatch", {"dim": 0})
    file.refused("gather", {"x": x(2, 3), "i": index([3])}, "index_out_of_range", {"dim": 1})
    file.refused("gather", {"x": x(2, 3), "i": index(0, 1)}, "rank_mismatch", {"dim": 0})
    file.refused("gather", {"x": x(2, 3), "i": index([0], [0], [0])}, "size_mismatch", {"dim": 1})
    file.refused("scatter", {"x": x(2, 3), "i": index([0, 5]), "s": x(1, 2)}, "index_out_of_range", {"dim": 1})
    file.refused("scatter_add", {"x": x(2, 3), "i": index([0, 1]), "s": x(1, 1)}, "size_mismatch", {"dim": 1})
    file.refused("one_hot", {"i": index(0, 3)}, "index_out_of_range", {"num_classes": 3})
    file.refused("embedding", {"i": index(0, 3), "t": x(3, 2)}, "index_out_of_range")
    file.refused("masked_fill", {"x": x(2, 3), "m": file.values([True, False], "bool")}, "broadcast_mismatch", {"value": 0.0})
    file.refused("masked_select", {"x": x(2, 3), "m": file.values([True, False], "bool")}, "broadcast_mismatch")
