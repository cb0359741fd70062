"""Cases of linear algebra: inverses, determinants, equations, decompositions."""

import numpy as np

LOOSE = {"rtol": 1e-4, "atol": 1e-5}
SQUARE = ([1, 1], [2, 2], [3, 3], [5, 5], [2, 3, 3], [2, 1, 2, 2], [0, 0], [0, 2, 2], [2, 0, 0])
RECTANGULAR = ([1, 1], [3, 3], [4, 2], [5, 3], [2, 4], [3, 5], [1, 3], [3, 1], [2, 4, 3], [2, 3, 4], [0, 3], [3, 0], [0, 2, 3])


def record(file):
    for shape in SQUARE:
        file.add("inv", {"A": _regular(file, shape)}, tol=LOOSE)
        if shape != [0, 0]:
            file.add("det", {"A": _regular(file, shape)}, tol=LOOSE)
        file.program("slogdet", {"A": _regular(file, shape)}, [_step("slogdet", ["A"], ["s", "l"])], ["s", "l"], tol=LOOSE)
        file.add("cholesky", {"A": _regular(file, shape)}, tol=LOOSE)
        file.add("eigvalsh", {"A": _spread(file, shape)}, tol=LOOSE)
        file.add("solve", {"A": _regular(file, shape), "B": file.uniform(shape[:-1] + [2])}, tol=LOOSE)
    for a, b in (([3, 3], [2, 3, 1]), ([2, 3, 3], [3, 4]), ([2, 1, 2, 2], [1, 3, 2, 2]), ([3, 3], [3, 0])):
        file.add("solve", {"A": _regular(file, a), "B": file.uniform(b)}, tags=["broadcast"], tol=LOOSE)
    for shape in RECTANGULAR:
        file.program("qr", {"A": _spread(file, shape)}, [_step("qr", ["A"], ["q", "r"])], ["q", "r"], tol=LOOSE)
        # The signs of the vectors are open, those of their squares are not.
        steps = [_step("svd", ["A"], ["u", "s", "v"]), _step("square", ["u"], ["u2"]), _step("square", ["v"], ["v2"])]
        file.program("svd", {"A": _spread(file, shape)}, steps, ["u2", "s", "v2"], tol=LOOSE)
        file.program("svd", {"A": _spread(file, shape)}, steps[:1], ["s"], tol=LOOSE)

    transposed = {"op": "transpose", "in": ["A"], "attrs": {"dim0": 0, "dim1": 1}, "out": ["t"]}
    for op in ("inv", "det", "cholesky", "eigvalsh"):
        file.program(op, {"A": _spread(file, [3, 3]) if op == "eigvalsh" else _regular(file, [3, 3])}, [transposed, _step(op, ["t"], ["x"])], ["x"], ["strided"], tol=LOOSE)
    file.program("qr", {"A": _spread(file, [2, 4])}, [transposed, _step("qr", ["t"], ["q", "r"])], ["q", "r"], ["strided"], tol=LOOSE)
    file.program("solve", {"A": _regular(file, [3, 3]), "B": file.uniform([3, 2])}, [transposed, _step("solve", ["t", "B"], ["x"])], ["x"], ["strided"], tol=LOOSE)
    file.add("det", {"A": file.values([[1.0, 2.0], [2.0, 4.0]], grad=False)}, tags=["edge"])
    file.program("slogdet", {"A": file.values([[1.0, 2.0], [2.0, 4.0]], grad=False)}, [_step("slogdet", ["A"], ["s", "l"])], ["s", "l"], ["edge"])

    singular, flat = file.values([[1.0, 2.0], [2.0, 4.0]]), file.uniform([2, 3])
    for op in ("inv", "cholesky", "det", "slogdet", "eigvalsh"):
        file.refused(op, {"A": flat}, "not_square")
    file.refused("inv", {"A": singular}, "singular")
    file.refused("solve", {"A": singular, "B": file.uniform([2, 1])}, "singular")
    file.refused("cholesky", {"A": file.values([[1.0, 2.0], [2.0, 1.0]])}, "not_positive_definite")
    file.refused("solve", {"A": _regular(file, [2, 2]), "B": file.uniform([3, 1])}, "shape_mismatch")
    file.refused("solve", {"A": _regular(file, [2, 2, 2]), "B": file.uniform([3, 2, 1])}, "shape_mismatch")
    for op in ("qr", "svd"):
        file.refused(op, {"A": file.uniform([3])}, "too_few_dimensions")


def _step(op, inputs, outputs):
    return {"op": op, "in": inputs, "out": outputs}


def _regular(file, shape):
    """Matrices far from singular, whose symmetric part is positive definite."""
    rows, columns = shape[-2:]
    values = np.round(file.generator.uniform(-1, 1, size=shape) + 3 * np.eye(rows, columns), 3)
    return file.values(values.tolist()) if values.size else file.uniform(shape)


def _spread(file, shape):
    """Matrices whose singular values, and the eigenvalues of whose symmetric part, lie apart."""
    rows, columns = shape[-2:]
    diagonal = np.zeros((rows, columns))
    np.fill_diagonal(diagonal, 2.0 + 1.5 * np.arange(min(rows, columns)))
    values = np.round(file.generator.uniform(-0.5, 0.5, size=shape) + diagonal, 3)
    return file.values(values.tolist()) if values.size else file.uniform(shape)
