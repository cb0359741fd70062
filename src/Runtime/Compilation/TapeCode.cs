using System.ComponentModel;
using System.Numerics;
using TypedTensors.Autograd;

namespace TypedTensors.Compilation;

/// <summary>What generated members call when they run a method on the tape instead of the code that was generated for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TapeCode
{
    /// <summary>An argument as a leaf of a tape of its own, over the same memory.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="argument">The argument.</param>
    public static Tensor<T> Leaf<T>(Tensor<T> argument)
        where T : unmanaged, IFloatingPointIeee754<T> => argument.Detach().RequireGrad();

    /// <summary>Forgets the gradients that the parameters have from the tape.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="parameters">The parameters.</param>
    public static void Begin<T>(ModelParameters<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Tensor<T> parameter in parameters)
            parameter.Grad = null;
    }

    /// <summary>Runs the tape backwards from a scalar, if it depends on anything.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="result">The scalar.</param>
    public static void Backward<T>(Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (result.RequiresGrad)
            result.Backward();
    }

    /// <summary>Takes the gradients of the tape into the gradient buffer of the model.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="parameters">The parameters.</param>
    /// <param name="accumulate">Whether they are added to what is there.</param>
    public static Gradients<T> Complete<T>(ModelParameters<T> parameters, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>[] written = [.. parameters.Where(parameter => parameter.Grad is not null)];
        Plan plan = new();
        ParameterGradients<T> gradients = new(plan, parameters, written);
        WorkspacePool<Plan> pool = new();
        Workspace<Plan> workspace = pool.Rent();
        workspace.Add(plan, []);
        gradients.Begin(accumulate);
        for (int i = 0; i < written.Length; i++)
        {
            CompiledCode.Copy(written[i].Grad!.View, gradients.Destination(i, workspace));
            written[i].Grad = null;
        }

        return gradients.Complete(workspace);
    }

    /// <summary>The gradient of a leaf, zero where none reached it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="leaf">The leaf.</param>
    public static Tensor<T> GradientOf<T>(Tensor<T> leaf)
        where T : unmanaged, IFloatingPointIeee754<T> => leaf.Grad ?? Tensor.ZerosLike(leaf);

    /// <summary>Takes a result to where the caller wants it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="accumulates">Whether it is added to what is there.</param>
    public static void Deliver<T>(Tensor<T> result, Tensor<T> destination, bool accumulates)
        where T : unmanaged
    {
        using var untracked = Ops.NoGrad();
        if (accumulates)
            GradientArithmetic<T>.Instance!.AddInto(result.View, destination.View);
        else
            destination.CopyFrom(result);
    }

    private sealed class Plan : CallPlan;
}
