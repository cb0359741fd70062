using System.Numerics;

namespace TypedTensors;

/// <summary>Products of many elements by products of tensors, which record themselves: so that they can be differentiated again, with zeros among them too.</summary>
internal static class ProductOfHalves
{
    /// <summary>The product over dimensions, which stay with size 1.</summary>
    /// <param name="x">The factors.</param>
    /// <param name="dim">The dimensions; an empty list stands for all.</param>
    public static Tensor<T> Of<T>(Tensor<T> x, int[] dim)
        where T : unmanaged, INumber<T>
    {
        Span<bool> reduced = ReducedShape.Mark(dim, stackalloc bool[x.Rank]);
        int[] order = new int[x.Rank];
        int[] shape = new int[x.Rank];
        int kept = 0;
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = reduced[axis] ? 1 : x.Shape[axis];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int axis = 0; axis < order.Length; axis++)
            {
                if (reduced[axis] == (pass == 0))
                    order[kept++] = axis;
            }
        }

        int results = new Shape(shape).ElementCount;
        if (results == 0 || x.ElementCount == 0)
            return Tensor.Ones<T>(shape) + Ops.Sum(x);
        Tensor<T> factors = Ops.Reshape(Ops.Permute(x, order), x.ElementCount / results, results);
        while (factors.Shape[0] > 1)
        {
            if (factors.Shape[0] % 2 == 1)
                factors = Ops.Cat([factors, Tensor.Ones<T>(1, results)]);
            int half = factors.Shape[0] / 2;
            factors = factors[..half] * factors[half..];
        }

        return Ops.Reshape(factors, shape);
    }

    /// <summary>The products of each element with those before it.</summary>
    /// <param name="x">The factors.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor<T> Running<T>(Tensor<T> x, int dim)
        where T : unmanaged, INumber<T>
    {
        if (x.Rank == 0)
            return x * Tensor.Scalar(T.One);
        Tensor<T> products = Ops.Transpose(x, 0, dim);
        int count = products.Shape[0];
        int[] ones = products.Shape.Sizes.ToArray();
        for (int reach = 1; reach < count; reach *= 2)
        {
            ones[0] = reach;
            products *= Ops.Cat([Tensor.Ones<T>(ones), products[..(count - reach)]]);
        }

        return Ops.Transpose(products, 0, dim) * Tensor.Scalar(T.One);
    }
}
