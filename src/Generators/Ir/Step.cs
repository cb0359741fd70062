namespace TypedTensors.Generators.Ir;

/// <summary>One step of a function: values in, values out. An index of -1 stands for a value that is not there.</summary>
/// <param name="Inputs">The values that it reads.</param>
/// <param name="Outputs">The values that it assigns.</param>
internal abstract record Step(EquatableArray<int> Inputs, EquatableArray<int> Outputs)
{
    /// <summary>The inputs that are there.</summary>
    public IEnumerable<int> Reads => Inputs.Where(static value => value >= 0);

    /// <summary>The outputs that are there.</summary>
    public IEnumerable<int> Writes => Outputs.Where(static value => value >= 0);

    /// <summary>Whether the step is needed even when nobody reads what it assigns.</summary>
    public virtual bool HasEffect => false;

    /// <summary>The same step over other values.</summary>
    public virtual Step Renumber(Func<int, int> value) => this with
    {
        Inputs = [.. Inputs.Select(input => input < 0 ? input : value(input))],
        Outputs = [.. Outputs.Select(output => output < 0 ? output : value(output))],
    };
}

/// <summary>A call of an operation that is not computed element by element. With an epilogue, the further inputs are the epilogue's operands.</summary>
internal sealed record OperationStep(OperationReference Operation, EquatableArray<int> Inputs, EquatableArray<int> Outputs, Kernel? Epilogue = null)
    : Step(Inputs, Outputs)
{
    /// <summary>How many inputs are the operation's own.</summary>
    public int OwnInputs => Operation.Differentiable.Count;

    public override Step Renumber(Func<int, int> value) => ((OperationStep)base.Renumber(value)) with { Operation = Operation.Renumber(value) };
}

/// <summary>A call that gives the result and the gradient of the first argument in one pass.</summary>
internal sealed record GradientInForwardStep(OperationReference Operation, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    public override Step Renumber(Func<int, int> value) => ((GradientInForwardStep)base.Renumber(value)) with { Operation = Operation.Renumber(value) };
}

/// <summary>
/// The pullback of a call: inputs are the cotangents of the results, the arguments and the results as far as they are saved; outputs the cotangents of the
/// arguments.
/// </summary>
/// <remarks>Result: The (first) result of the call whose pullback this is.</remarks>
internal sealed record PullbackStep(OperationReference Operation, int Result, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    public override Step Renumber(Func<int, int> value) =>
        ((PullbackStep)base.Renumber(value)) with { Operation = Operation.Renumber(value), Result = value(Result) };
}

/// <summary>A window on the memory of its input.</summary>
internal sealed record ViewStep(OperationReference Operation, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    public override Step Renumber(Func<int, int> value) => ((ViewStep)base.Renumber(value)) with { Operation = Operation.Renumber(value) };
}

/// <summary>The pullback of a window: zeros, and the cotangent added where the window lies.</summary>
/// <remarks>Window: The window.</remarks>
internal sealed record ViewPullbackStep(int Window, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    public override Step Renumber(Func<int, int> value) => ((ViewPullbackStep)base.Renumber(value)) with { Window = value(Window) };
}

/// <summary>A call of an operation on a list of tensors.</summary>
internal sealed record ListStep(OperationReference Operation, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    public override Step Renumber(Func<int, int> value) => ((ListStep)base.Renumber(value)) with { Operation = Operation.Renumber(value) };
}

/// <summary>The pullback of a call on a list: inputs are the cotangent, the elements if they are saved, and the result if it is.</summary>
/// <remarks>Elements: The elements of the list. Result: The result of the call.</remarks>
internal sealed record ListPullbackStep(
    OperationReference Operation, EquatableArray<int> Elements, int Result, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    public override Step Renumber(Func<int, int> value) => ((ListPullbackStep)base.Renumber(value)) with
    {
        Operation = Operation.Renumber(value),
        Elements = [.. Elements.Select(value)],
        Result = value(Result),
    };
}

/// <summary>A kernel that is computed element by element over the shape of its outputs, to which its inputs are broadcast.</summary>
internal sealed record ElementwiseStep(Kernel Kernel, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs);

/// <summary>The sum over what was broadcast, down to the shape of the output.</summary>
internal sealed record SumToStep(EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs);

/// <summary>A copy into memory of its own.</summary>
internal sealed record CopyStep(EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs);

/// <summary>A call of a generated member of another assembly whose intermediate code cannot be read.</summary>
/// <remarks>
/// Method: The receiver and the method, as in <c>Encoder.Forward</c>. HasPullback: Whether there is a generated member that takes the cotangent; it adds to the
/// gradients of the receiver's parameters. GivesGradient: For each input whether that member gives its gradient.
/// </remarks>
internal sealed record OpaqueStep(string Method, bool HasPullback, EquatableArray<bool> GivesGradient, EquatableArray<int> Inputs, EquatableArray<int> Outputs)
    : Step(Inputs, Outputs);

/// <summary>The pullback of an opaque call: inputs are the cotangent and the arguments; outputs the cotangents of the arguments.</summary>
/// <remarks>Method: The receiver and the method. Result: The result of the call.</remarks>
internal sealed record OpaquePullbackStep(string Method, int Result, EquatableArray<int> Inputs, EquatableArray<int> Outputs) : Step(Inputs, Outputs)
{
    /// <summary>The gradients of the receiver's parameters are wanted even where those of the arguments are not.</summary>
    public override bool HasEffect => true;

    public override Step Renumber(Func<int, int> value) => ((OpaquePullbackStep)base.Renumber(value)) with { Result = value(Result) };
}
