namespace TypedTensors.Generators.Ir;

/// <summary>What is applied to lanes.</summary>
internal enum KernelForm
{
    /// <summary>The function itself, or a predicate.</summary>
    Apply,

    /// <summary>The pullback of a function of one argument: of cotangent, argument and result.</summary>
    Pullback,

    /// <summary>The pullback of a function of two arguments to the first: of cotangent, both arguments and result.</summary>
    PullbackLeft,

    /// <summary>The pullback of a function of two arguments to the second.</summary>
    PullbackRight,

    /// <summary>The sum of two cotangents.</summary>
    Add,

    /// <summary>The pullback of a function of three arguments to the first: of cotangent and all arguments.</summary>
    PullbackFirst,

    /// <summary>The pullback of a function of three arguments to the second.</summary>
    PullbackSecond,

    /// <summary>The pullback of a function of three arguments to the third.</summary>
    PullbackThird,
}

/// <summary>One instruction of a kernel.</summary>
/// <param name="Name">The name of the operation, for people.</param>
/// <param name="Function">The struct whose static method is called; empty for a sum.</param>
/// <param name="Form">Which method.</param>
/// <param name="Operands">Its operands, among the operands of the kernel and, behind them, the results of earlier instructions; -1 for zero.</param>
internal sealed record KernelInstruction(string Name, string Function, KernelForm Form, EquatableArray<int> Operands);

/// <summary>A function of elements: straight-line code over lanes.</summary>
/// <param name="Element">The element type that it computes with.</param>
/// <param name="Operands">What each operand is.</param>
/// <param name="Instructions">The code.</param>
/// <param name="Results">For each result the operand or instruction that it is.</param>
/// <param name="Masks">For each result whether it is a mask.</param>
internal sealed record Kernel(
    string Element, EquatableArray<KernelOperand> Operands, EquatableArray<KernelInstruction> Instructions, EquatableArray<int> Results, EquatableArray<bool> Masks);

/// <summary>An operand of a kernel: a constant, or the next of the step's inputs.</summary>
/// <param name="Constant">The constant as C# writes it; null for an input.</param>
/// <param name="IsMask">Whether it is read as a mask.</param>
internal sealed record KernelOperand(string? Constant, bool IsMask);
