"""Cases that must be refused, with the sizes that do not fit."""


def record(file):
    def zeros(*shape):
        return {"dtype": "float32", "shape": list(shape), "data": [0.0] * _product(shape)}

    pair = lambda left, right: {"a": zeros(*left), "b": zeros(*right)}
    for op, left, right, dim, sizes in (
            ("add", [5], [3, 4], 1, [5, 4]), ("mul", [3, 4], [5], 1, [4, 5]), ("sub", [2, 3], [3, 2], 1, [3, 2]), ("div", [2, 0], [2, 3], 1, [0, 3]),
            ("pow", [2, 3, 4], [3, 3, 4], 0, [2, 3]), ("eq", [2], [3], 0, [2, 3]), ("lt", [4, 2], [3, 1], 0, [4, 3])):
        file.refused(op, pair(left, right), "broadcast_mismatch", dim=dim, sizes=sizes)
    for left, right, inner in (([2, 3], [4, 5], [3, 4]), ([3], [4], [3, 4]), ([2, 3], [2], [3, 2]), ([3], [2, 3], [3, 2]), ([4, 2, 3], [4, 2, 3], [3, 2])):
        file.refused("matmul", pair(left, right), "matmul_mismatch", inner=inner)
    file.refused("matmul", pair([2, 2, 3], [3, 3, 2]), "matmul_mismatch", batch_mismatches=[[1, [2, 3]]])
    file.refused("matmul", pair([], [3]), "rank_mismatch")
    one = lambda *shape: {"x": zeros(*shape)}
    file.refused("reshape", one(2, 3), "numel_mismatch", {"shape": [4, 2]})
    file.refused("reshape", one(2, 3), "numel_mismatch", {"shape": [-1, 4]})
    file.refused("reshape", one(2, 3), "invalid_argument", {"shape": [-1, -1]})
    file.refused("transpose", one(2, 3), "dim_out_of_range", {"dim0": 0, "dim1": 2})
    file.refused("permute", one(2, 3), "repeated_dim", {"dims": [0, 0]})
    file.refused("permute", one(2, 3), "rank_mismatch", {"dims": [0]})
    file.refused("expand", one(2, 3), "size_mismatch", {"shape": [2, 4]})
    file.refused("expand", one(2, 3), "rank_mismatch", {"shape": [3]})
    file.refused("index", one(3, 4), "index_out_of_range", {"index": [3]})
    file.refused("index", one(3, 4), "index_out_of_range", {"index": [{}, -5]})
    file.refused("index", one(3), "rank_mismatch", {"index": [0, 0]})
    file.refused("cat", pair([2, 3], [2, 4]), "size_mismatch", {"dim": 0})
    file.refused("cat", pair([2, 3], [3, 2, 3]), "rank_mismatch", {"dim": 0})
    file.refused("stack", pair([2, 3], [2, 4]), "size_mismatch", {"dim": 0})
    for op in ("sum", "mean", "amax", "softmax", "log_softmax"):
        file.refused(op, one(2, 3), "dim_out_of_range", {"dim": 2})
    file.refused("sum", one(2, 3), "repeated_dim", {"dim": [0, -2]})
    file.refused("amax", one(2, 0), "empty_reduction", {"dim": 1})
    file.refused("max", one(0), "empty_reduction")
    labels = {"dtype": "int64", "shape": [3], "data": [0, 1, 0]}
    file.refused("cross_entropy", {"x": zeros(2, 3), "y": labels}, "size_mismatch")
    out_of_range = {"dtype": "int64", "shape": [2], "data": [0, 3]}
    file.refused("cross_entropy", {"x": zeros(2, 3), "y": out_of_range}, "index_out_of_range")


def _product(shape):
    result = 1
    for size in shape:
        result *= size
    return result
