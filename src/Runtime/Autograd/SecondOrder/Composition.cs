namespace TypedTensors.Autograd;

/// <summary>Recorded pullbacks of operations that are compositions of others: those record themselves.</summary>
internal static class Composition
{
    /// <summary>The cotangent of the argument of a function.</summary>
    /// <param name="cotangent">That of the result.</param>
    /// <param name="x">The argument.</param>
    /// <param name="function">The function, made of recorded operations.</param>
    public static Tensor<T> Pullback<T>(Tensor<T> cotangent, Tensor<T> x, Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged
    {
        Tensor<T> argument = Alias(x);
        return Pull(cotangent, function(argument), argument)[0];
    }

    /// <summary>The cotangents of the arguments of a function.</summary>
    /// <param name="cotangent">That of the result.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="function">The function, made of recorded operations.</param>
    public static (Tensor<T> X, Tensor<T> Y) Pullback<T>(Tensor<T> cotangent, Tensor<T> x, Tensor<T> y, Func<Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged
    {
        (Tensor<T> first, Tensor<T> second) = (Alias(x), Alias(y));
        Tensor<T>[] gradients = Pull(cotangent, function(first, second), first, second);
        return (gradients[0], gradients[1]);
    }

    /// <summary>The cotangents of the arguments of a function.</summary>
    /// <param name="cotangent">That of the result.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="z">The third argument.</param>
    /// <param name="function">The function, made of recorded operations.</param>
    public static (Tensor<T> X, Tensor<T> Y, Tensor<T> Z) Pullback<T>(
        Tensor<T> cotangent, Tensor<T> x, Tensor<T> y, Tensor<T> z, Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged
    {
        (Tensor<T> first, Tensor<T> second, Tensor<T> third) = (Alias(x), Alias(y), Alias(z));
        Tensor<T>[] gradients = Pull(cotangent, function(first, second, third), first, second, third);
        return (gradients[0], gradients[1], gradients[2]);
    }

    // A node of its own, so that what comes back to it is apart from what comes to the argument by other ways.
    private static Tensor<T> Alias<T>(Tensor<T> x)
        where T : unmanaged
    {
        if (x.History is not null)
            return Ops.Reshape(x, x.Shape.Sizes);
        Tensor<T> leaf = x.Window(x.Shape, x.StrideArray, x.StorageOffset);
        leaf.History = LeafNode<T>.NewHistory();
        return leaf;
    }

    private static Tensor<T>[] Pull<T>(Tensor<T> cotangent, Tensor<T> result, params Tensor<T>[] arguments)
        where T : unmanaged
    {
        GradientNode root = result.History!.Node;
        var targets = new GradientTargets(root, Array.ConvertAll(arguments, static argument => argument.History!.Node));
        BackwardPass.Run(root, new Cotangent(cotangent, IsOwned: false), retainGraph: true, createGraph: true, targets);
        return Array.ConvertAll(targets.Gradients.ToArray(), static gradient => (Tensor<T>)gradient!);
    }
}
