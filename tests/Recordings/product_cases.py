"""Cases of products: einsum, products of vectors and matrices, linear maps."""


def record(file):
    _einsum(file)
    _strict(file)
    _linear(file)
    _refused(file)


def _strided(file, op, inputs, attrs=None, dims=(0, 1)):
    """The operation on a transposed first input."""
    first = next(iter(inputs))
    transpose = {"op": "transpose", "in": [first], "attrs": {"dim0": dims[0], "dim1": dims[1]}, "out": ["v"]}
    file.program(op, inputs, [transpose, {"op": op, "in": ["v", *list(inputs)[1:]], **({"attrs": attrs} if attrs else {}), "out": ["r"]}], ["r"], ["strided"])


def _integers(file, shape, low=-3, high=4):
    values = file.generator.randint(low, high, size=tuple(shape))
    return {"dtype": "int64", "shape": list(shape), "data": [int(value) for value in values.reshape(-1)]}


def _inputs(file, shapes):
    return {"abcdefghij"[i]: file.uniform(shape) for i, shape in enumerate(shapes)}


def _einsum(file):
    for equation, *shapes in (
            ("ij,jk->ik", [2, 3], [3, 4]), ("ij,jk", [2, 3], [3, 4]), ("ij,kj->ki", [2, 3], [4, 3]), ("ji", [2, 3]), ("aB", [2, 3]), (" i j , j -> i ", [2, 3], [3]),
            ("ii->i", [3, 3]), ("ii", [3, 3]), ("iij->ji", [2, 2, 3]), ("iii->i", [2, 2, 2]), ("ij->", [2, 3]), ("ij->j", [2, 3]), ("ijk->ki", [2, 3, 4]),
            ("i,i->", [4], [4]), ("i,j->ij", [2], [3]), ("i,i->i", [3], [3]), ("ij,ij->ij", [2, 3], [2, 3]), ("ij,ij->", [2, 3], [2, 3]), ("ij,ij->i", [2, 3], [2, 3]),
            ("bij,bjk->bik", [2, 3, 2], [2, 2, 3]), ("bij,bjk->kb", [2, 3, 2], [2, 2, 3]), ("...ij,...jk->...ik", [2, 1, 2, 3], [4, 3, 2]), ("...i", [2, 3]),
            ("i...,i...->...", [3, 2], [3, 2]), ("...i,...i->...", [3], [3]), ("i...j->j...i", [2, 3, 4, 2]), ("...->...", [2, 3]), ("...ii->...i", [2, 3, 3]), ("i...", [2, 3]),
            ("bhqd,bhkd->bhqk", [1, 2, 3, 4], [1, 2, 2, 4]), ("bqhd,bkhd->bhqk", [2, 3, 2, 2], [2, 2, 2, 2]), ("ij,k->i", [2, 3], [2]), ("ij,jk->i", [2, 3], [3, 2]),
            ("abc,bca->a", [2, 3, 2], [3, 2, 2]), ("abc,cdb->da", [2, 3, 4], [4, 2, 3]), ("ij,ij->ij", [1, 3], [2, 1]), ("ij,jk->ik", [2, 1], [3, 2]), ("i,i->", [3], [1]),
            ("ij,jk,kl->il", [2, 3], [3, 4], [4, 2]), ("i,j,k->kji", [2], [3], [2]), ("i,i,i->i", [3], [3], [3]), ("ij,j,i->", [2, 3], [3], [2]), ("ab,bc,cd,de->ae", [2, 3], [3, 2], [2, 4], [4, 2]),
            ("a,b,ab,b->a", [2], [3], [2, 3], [3]), (",i->i", [], [3]), ("", []), (",", [], []), ("ij,jk->ik", [2, 0], [0, 3]), ("ij,jk->ik", [0, 2], [2, 3]), ("ij->i", [2, 0]), ("ii->i", [0, 0]),
            ("aa,bb->ab", [2, 2], [3, 3]), ("aab,b->a", [2, 2, 3], [3])):
        file.add("einsum", _inputs(file, shapes), {"equation": equation})
    _strided(file, "einsum", _inputs(file, ([2, 3], [2, 4])), {"equation": "ij,jk->ik"})
    _strided(file, "einsum", _inputs(file, ([2, 3, 4], [3, 2, 2])), {"equation": "abc,abd->cd"})
    _strided(file, "einsum", _inputs(file, ([3, 3],)), {"equation": "ii->i"})
    file.add("einsum", {"a": _integers(file, [2, 3]), "b": _integers(file, [3, 2])}, {"equation": "ij,jk->ik"})
    file.add("einsum", {"a": _integers(file, [3, 3])}, {"equation": "ii"})
    nan = file.values([[float("nan"), 1.0], [float("inf"), 2.0]], grad=False)
    file.add("einsum", {"a": nan, "b": file.uniform([2, 2], grad=False)}, {"equation": "ij,jk->ik"}, ["edge"])
    same = {"a": file.uniform([3, 3])}
    file.program("einsum", same, [{"op": "einsum", "in": ["a", "a"], "attrs": {"equation": "ij,jk->ik"}, "out": ["r"]}], ["r"])


def _strict(file):
    for op, *pairs in (
            ("dot", ([4], [4]), ([1], [1]), ([0], [0])), ("outer", ([2], [3]), ([1], [1]), ([0], [3]), ([3], [0])),
            ("mv", ([2, 3], [3]), ([1, 4], [4]), ([2, 0], [0]), ([0, 2], [2])), ("mm", ([2, 3], [3, 4]), ([1, 1], [1, 1]), ([2, 0], [0, 3]), ([0, 2], [2, 3])),
            ("bmm", ([2, 3, 4], [2, 4, 2]), ([1, 2, 1], [1, 1, 2]), ([0, 2, 3], [0, 3, 2]), ([2, 2, 0], [2, 0, 3]))):
        for shapes in pairs:
            file.add(op, _inputs(file, shapes))
    _strided(file, "mv", _inputs(file, ([3, 2], [3])))
    _strided(file, "mm", _inputs(file, ([3, 2], [3, 4])))
    _strided(file, "bmm", _inputs(file, ([2, 4, 3], [2, 4, 2])), dims=(1, 2))
    column = {"op": "index", "in": ["a"], "attrs": {"index": [{}, 1]}, "out": ["v"]}
    for op in ("dot", "outer"):
        file.program(op, _inputs(file, ([3, 2], [3])), [column, {"op": op, "in": ["v", "b"], "out": ["r"]}], ["r"], ["strided"])
    file.add("dot", {"a": _integers(file, [4]), "b": _integers(file, [4])})
    file.add("mm", {"a": _integers(file, [2, 3]), "b": _integers(file, [3, 2])})
    file.add("dot", {"a": file.values([float("inf"), 1.0], grad=False), "b": file.values([0.0, 1.0], grad=False)}, tags=["edge"])


def _linear(file):
    for shape, outputs in (([2, 3], 4), ([3], 2), ([2, 2, 3], 2), ([2, 1], 1), ([0, 3], 2), ([2, 0], 3)):
        file.add("linear", _inputs(file, (shape, [outputs, shape[-1]], [outputs])))
        file.add("linear", _inputs(file, (shape, [outputs, shape[-1]])))
    _strided(file, "linear", _inputs(file, ([3, 2], [2, 3], [2])))


def _refused(file):
    for op, *pairs in (("dot", ([3], [4]), ([1, 3], [3])), ("outer", ([2, 3], [3]),), ("mv", ([2, 3], [2]), ([3], [3])), ("mm", ([2, 3], [2, 3]), ([2, 3], [3])),
                       ("bmm", ([2, 1, 2], [3, 2, 1]), ([2, 1, 2], [1, 2, 1]), ([2, 2], [2, 2])), ("linear", ([2, 3], [3, 2]), ([2, 3], [2, 3], [3]))):
        for shapes in pairs:
            file.refused(op, _inputs(file, shapes), "size_mismatch" if len(shapes[0]) == len(shapes[1]) else "rank_mismatch")
    refused = lambda equation, kind, *shapes: file.refused("einsum", _inputs(file, shapes), kind, {"equation": equation})
    refused("ij,jk->ik", "subscript_size_mismatch", [2, 3], [4, 2])
    refused("ii", "subscript_size_mismatch", [2, 3])
    refused("ij", "subscript_rank_mismatch", [2])
    refused("i", "subscript_rank_mismatch", [2, 2])
    refused("...ij", "subscript_rank_mismatch", [2])
    refused("ij,jk", "operand_count_mismatch", [2, 3])
    refused("i->j", "unknown_output_label", [2])
    refused("i->ii", "repeated_output_label", [2])
    refused("i1", "bad_subscript", [2, 2])
    refused("...i,...i->...", "broadcast_mismatch", [2, 3], [3, 3])
