"""Cases of normalizations and attention."""

# The gradient of a normalization is a difference of sums: single precision loses digits where groups are small.
CANCELLING = {"rtol": 1e-4, "atol": 3e-5}


def record(file):
    _layers(file)
    _groups(file)
    _batches(file)
    _attention(file)
    _refused(file)


def _weights(file, shape, count):
    """The first of a weight and a bias, by name."""
    return {name: file.uniform(shape) for name in ("w", "b")[:count]}


def _strided(file, op, inputs, attrs, dims):
    """The operation on a transposed first input."""
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": dims[0], "dim1": dims[1]}, "out": ["v"]}
    file.program(op, inputs, [transpose, {"op": op, "in": ["v", *list(inputs)[1:]], "attrs": attrs, "out": ["r"]}], ["r"], ["strided"], CANCELLING)


def _layers(file):
    op = "layer_norm"
    for shape, dims in (([4], 1), ([2, 5], 1), ([2, 3, 4], 1), ([2, 3, 4], 2), ([2, 3, 4], 3), ([1, 33], 1), ([0, 3], 1), ([3, 1, 2], 2)):
        normalized = shape[len(shape) - dims:]
        for count in range(3):
            file.add(op, {"x": file.uniform(shape), **_weights(file, normalized, count)}, {"normalized_shape": normalized}, tol=CANCELLING)
    for eps in (0.1, 1e-3):
        file.add(op, {"x": file.uniform([2, 4]), **_weights(file, [4], 2)}, {"normalized_shape": [4], "eps": eps}, tol=CANCELLING)
    _strided(file, op, {"x": file.uniform([4, 3]), **_weights(file, [4], 2)}, {"normalized_shape": [4]}, (0, 1))
    file.add(op, {"x": file.values([[2.0, 2.0, 2.0], [1.0, 2.0, 3.0]])}, {"normalized_shape": [3]}, ["ties"], CANCELLING)
    file.add(op, {"x": file.values([[float("nan"), 1.0], [float("inf"), 1.0], [1.0, 2.0]])}, {"normalized_shape": [2]}, ["edge"], CANCELLING)
    file.add(op, {"x": file.values([[1.0], [2.0], [-3.0]]), **_weights(file, [1], 2)}, {"normalized_shape": [1]}, ["edge"], CANCELLING)


def _groups(file):
    op = "group_norm"
    for shape, groups in (([2, 4], 2), ([2, 4], 1), ([2, 6, 3], 3), ([2, 4, 2, 3], 2), ([1, 3, 2, 2], 3), ([3, 2, 1, 2, 2], 1)):
        for count in range(3):
            file.add(op, {"x": file.uniform(shape), **_weights(file, [shape[1]], count)}, {"groups": groups}, tol=CANCELLING)
    file.add(op, {"x": file.uniform([2, 4, 2]), **_weights(file, [4], 2)}, {"groups": 2, "eps": 0.1}, tol=CANCELLING)
    _strided(file, op, {"x": file.uniform([2, 3, 4]), **_weights(file, [4], 2)}, {"groups": 2}, (1, 2))


def _batches(file):
    op = "batch_norm"

    def add(shape, names, tags=(), steps=(), **attrs):
        channels = shape[2 if steps else 1]
        inputs = {"x": file.uniform(shape), "w": file.uniform([channels]), "b": file.uniform([channels]),
                  "m": file.uniform([channels], grad=False), "v": file.uniform([channels], 0.5, 2.0, grad=False)}
        inputs = {name: cell for name, cell in inputs.items() if name in ("x", "m", "v") or name in names}
        of = lambda name: name if name in inputs else None
        step = {"op": op, "in": ["y" if steps else "x", of("w"), of("b"), "m", "v"], "attrs": attrs, "out": ["r", "mean", "variance"]}
        file.program(op, inputs, [*steps, step], ["r", "mean", "variance"], tags, CANCELLING)

    for training in (True, False):
        for shape in ([3, 2], [4, 3], [2, 3, 4], [2, 2, 2, 3], [1, 2, 3], [2, 1, 2, 1]):
            for names in ((), ("w",), ("w", "b")):
                add(shape, names, training=training)
        for momentum in (0.3, 1.0, 0.0):
            add([3, 2, 2], ("w", "b"), training=training, momentum=momentum)
        add([3, 2, 2], ("w", "b"), training=training, eps=0.1)
        add([3, 4, 2], ("w", "b"), ["strided"], [{"op": "transpose", "in": ["x"], "attrs": {"dim0": 1, "dim1": 2}, "out": ["y"]}], training=training)
    add([0, 2], ("w", "b"), training=False)


def _attention(file):
    op = "attention"

    def add(q, k, v, mask=None, tags=(), **attrs):
        inputs = {"q": file.uniform(q), "k": file.uniform(k), "v": file.uniform(v)}
        if mask is not None:
            inputs["m"] = file.values(mask, "bool")
        file.add(op, inputs, attrs or None, tags)

    shapes = (([3, 2], [3, 2], [3, 2]), ([2, 3], [4, 3], [4, 5]), ([1, 1], [1, 1], [1, 1]), ([2, 3, 4], [2, 5, 4], [2, 5, 3]), ([2, 2, 3, 4], [2, 2, 3, 4], [2, 2, 3, 4]),
              ([2, 3, 4], [5, 4], [5, 3]), ([3, 4], [2, 5, 4], [2, 5, 3]), ([2, 1, 3, 2], [3, 2, 2], [3, 2, 2]), ([17, 8], [19, 8], [19, 4]))
    for q, k, v in shapes:
        add(q, k, v)
        add(q, k, v, causal=True)
        length, others = q[-2], k[-2]
        mask = (file.generator.uniform(size=(length, others)) < 0.6)
        mask[:, 0] = True
        add(q, k, v, mask.tolist())
        add(q, k, v, mask.tolist(), causal=True)
    add([0, 2], [3, 2], [3, 2])
    add([2, 2, 0, 3], [2, 2, 3, 3], [2, 2, 3, 1], causal=True)
    add([2, 3], [3, 3], [3, 2], [[True, True, True], [False, False, False]], ["edge"])
    add([5, 2], [3, 2], [3, 2], causal=True)
    add([3, 2], [5, 2], [5, 2], causal=True)
    inputs = {"q": file.uniform([2, 3]), "k": file.uniform([2, 4]), "v": file.uniform([3, 4])}
    turn = lambda name: {"op": "transpose", "in": [name], "attrs": {"dim0": 0, "dim1": 1}, "out": [name + "t"]}
    file.program(op, inputs, [turn("q"), turn("k"), turn("v"), {"op": op, "in": ["qt", "kt", "vt"], "out": ["r"]}], ["r"], ["strided"])


def _refused(file):
    file.refused("layer_norm", {"x": file.uniform([2, 3]), "w": file.uniform([2])}, "size_mismatch", {"normalized_shape": [3]})
    file.refused("layer_norm", {"x": file.uniform([2, 3]), "w": file.uniform([3]), "b": file.uniform([2])}, "size_mismatch", {"normalized_shape": [3]})
    file.refused("group_norm", {"x": file.uniform([2, 4])}, "invalid_argument", {"groups": 3})
    file.refused("group_norm", {"x": file.uniform([2, 4]), "w": file.uniform([2])}, "size_mismatch", {"groups": 2})
    file.refused("attention", {"q": file.uniform([2, 3]), "k": file.uniform([4, 2]), "v": file.uniform([4, 3])}, "matmul_mismatch")
    file.refused("attention", {"q": file.uniform([2, 3]), "k": file.uniform([4, 3]), "v": file.uniform([5, 3])}, "matmul_mismatch")
    file.refused("attention", {"q": file.uniform([2, 2, 3]), "k": file.uniform([3, 4, 3]), "v": file.uniform([4, 3])}, "broadcast_mismatch")
    file.refused("attention", {"q": file.uniform([2, 3]), "k": file.uniform([4, 3]), "v": file.uniform([4, 3]), "m": file.values([[True, False, True], [True, True, True]], "bool")},
                 "broadcast_mismatch")
