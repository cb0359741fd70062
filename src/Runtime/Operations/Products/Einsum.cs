using System.Numerics;
using TypedTensors.Kernels.Einsum;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Sums products of elements that an equation pairs: <c>"ij,jk->ik"</c> is the product of two matrices.</summary>
    /// <remarks>
    /// <para>
    /// Each tensor has a letter for each of its dimensions. A letter stands for one size everywhere, and a dimension of size 1 is repeated. A letter twice in one
    /// tensor takes the diagonal; letters that the result lacks are summed over. <c>...</c> stands for dimensions without letters, which
    /// broadcast. Without <c>-></c> the result has those of the ellipsis first, and then in alphabetical order the letters that occur once.
    /// </para>
    /// <para>
    /// More than two tensors are multiplied in the order that takes the fewest multiplications: the best one for up to eight tensors, a good one for more.
    /// Each step is a matrix product, or element-wise where nothing is summed.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="equation">The equation; spaces are ignored.</param>
    /// <param name="tensors">One tensor for each operand of the equation.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The equation is wrong, or a tensor does not fit it.</exception>
    [Operation(typeof(EinsumOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("einsum(equation, tensors)")]
    public static Tensor<T> Einsum<T>(string equation, params ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged, INumber<T> => Eager.RunList<EinsumOperation<T>, T, T>(new EinsumOperation<T>(equation), tensors);

    /// <inheritdoc cref="Einsum{T}(string, ReadOnlySpan{Tensor{T}})"/>
    [FormOf(typeof(Ops), nameof(Einsum))]
    public static Tensor<T> Einsum<T>(string equation, IEnumerable<Tensor<T>> tensors)
        where T : unmanaged, INumber<T> => Einsum(equation, [.. tensors]);
}

/// <summary>Contracts tensors pair by pair.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="equation">The equation.</param>
public readonly struct EinsumOperation<T>(string equation) : IListOperation<T, T>
    where T : unmanaged, INumber<T>
{
    private readonly EinsumPlanner _planner = new(equation);

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Einsum));

    /// <inheritdoc/>
    public Shape ResultShape(ReadOnlySpan<Shape> inputs) =>
        _planner.TryPlan(inputs, out EinsumPlan? plan) ? plan.ResultShape : throw Contract.Refuse(equation, inputs.ToArray());

    /// <inheritdoc/>
    public void Forward(TensorViewList<T> inputs, TensorView<T> result) =>
        Contraction.Run(_planner.PlanFor(inputs).Forward, new ContractionOperands<T>(inputs), result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        ReadOnlySpan<Shape> shapes,
        TensorViewList<T> inputs,
        TensorView<T> result,
        TensorViewList<T> inputCotangents)
    {
        // With the cotangent in an argument's place, and that in the result's, the equation gives the argument's cotangent.
        EinsumPlan plan = _planner.PlanFor(inputs);
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputCotangents[i].IsPresent)
                Contraction.Run(plan.PullbackOf(i), new ContractionOperands<T>(inputs, i, cotangent), inputCotangents[i]);
        }
    }
}
