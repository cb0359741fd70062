namespace TypedTensors.Autograd;

/// <summary>The pullback of an operation that is linear in each of a list of tensors, recorded; see <see cref="BilinearPullback{TLeft, TRight, TResult}"/>.</summary>
internal sealed class MultilinearPullback<TOperation, TInput, TResult>(TOperation operation)
    where TOperation : struct, IListOperation<TInput, TResult>
    where TInput : unmanaged
    where TResult : unmanaged
{
    /// <summary>The cotangent of one of the tensors.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="inputs">The tensors; of the one in question the shape alone matters.</param>
    public Tensor<TInput> Of(int index, Tensor<TResult> cotangent, Tensor<TInput>[] inputs)
    {
        var gradients = new Tensor<TInput>?[inputs.Length];
        Tensor<TInput> gradient = Tensor<TInput>.Uninitialized(inputs[index].Shape);
        gradients[index] = gradient;
        operation.Pullback(cotangent.View, Array.ConvertAll(inputs, static input => input.Shape), new(inputs), default, new(gradients));

        var derived = new List<DerivedInput<TInput>>
        {
            new(cotangent, second => Eager.RunList<TOperation, TInput, TResult>(operation, With(inputs, index, second))),
        };
        for (int i = 0; i < inputs.Length; i++)
        {
            int other = i;
            if (other != index)
                derived.Add(new(inputs[other], second => Of(other, cotangent, With(inputs, index, second))));
        }

        return DerivedNode<TInput>.Track(gradient, TOperation.Contract.Name, [cotangent, .. inputs], [.. derived]);
    }

    private static Tensor<TInput>[] With(Tensor<TInput>[] inputs, int index, Tensor<TInput> replacement)
    {
        Tensor<TInput>[] result = [.. inputs];
        result[index] = replacement;
        return result;
    }
}
