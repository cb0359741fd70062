using System.Runtime.CompilerServices;

namespace TypedTensors.Tests.Compiled;

/// <summary>A parameter of a program, with its arguments.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Shape">The declared shape; null when none is declared.</param>
/// <param name="Arguments">One argument for each binding: a tensor or a number.</param>
internal sealed record Parameter(string Name, string Type, string? Shape, object[] Arguments)
{
    public bool IsDifferentiated => Type == "Tensor<double>";

    public string Declaration => (Shape is null ? "" : $"[Shape(\"{Shape}\")] ") + $"{Type} {Name}";
}

/// <summary>A program: the annotated method and those that it calls.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Source">All methods.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Values">Its results for each binding.</param>
internal sealed record CompiledProgram(string Name, string Source, IReadOnlyList<Parameter> Parameters, Tensor<double>[][] Values)
{
    public object[] Arguments(int binding) => [.. Parameters.Select(parameter => parameter.Arguments[binding])];

    /// <summary>What a method returned, one tensor after the other.</summary>
    public static Tensor<double>[] Parts(object? result) => result switch
    {
        null => [],
        double number => [Tensor.Scalar(number)],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).SelectMany(i => Parts(tuple[i]))],
        _ => [(Tensor<double>)result],
    };
}
