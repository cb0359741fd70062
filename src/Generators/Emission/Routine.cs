using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Passes;

namespace TypedTensors.Generators.Emission;

/// <summary>One computation that is emitted: a member's function, or that function with its derivative.</summary>
/// <param name="Name">The name of the members that call it.</param>
/// <param name="Member">The method that it belongs to.</param>
/// <param name="Source">What it computes, before the passes; shapes are derived from it.</param>
/// <param name="Code">What it computes, after the passes.</param>
/// <param name="Values">The results of the method, among the values of the code.</param>
/// <param name="ArgumentGradients">The gradients that the caller receives as tensors.</param>
/// <param name="ParameterGradients">The gradients that go into the model's buffer.</param>
/// <param name="Cotangents">The values that hold the cotangents of the results; empty for a scalar.</param>
internal sealed record Routine(
    string Name,
    MemberSpec Member,
    Function Source,
    Function Code,
    EquatableArray<int> Values,
    EquatableArray<GradientResult> ArgumentGradients,
    EquatableArray<GradientResult> ParameterGradients,
    EquatableArray<int> Cotangents)
{
    /// <summary>Whether it computes a derivative.</summary>
    public bool IsDerivative => Name != CompiledName(Member);

    public static string CompiledName(MemberSpec member) => CompiledName(member.Name);

    public static string CompiledName(string method) => method + "Compiled";

    public static string DerivativeName(MemberSpec member) => member.Name + (member.IsScalar ? "AndGradients" : "Vjp");

    public static Routine Compiled(MemberSpec member)
    {
        Function code = Pipeline.Run(member.Function!);
        return new Routine(CompiledName(member), member, member.Function!, code, code.Results, [], [], []);
    }

    /// <summary>The values that a derivative is wanted by and that no gradient reaches.</summary>
    public static IEnumerable<int> Unreached(MemberSpec member, bool isModel)
    {
        (int[] arguments, int[] parameters) = Wanted(member, isModel);
        int[] wanted = [.. arguments, .. parameters];
        DifferentiatedFunction derivative = Differentiation.WithCotangents(member.Function!, wanted, [.. member.Function!.Results.Select(static _ => "cotangent")]);
        return wanted.Where((_, i) => derivative.Gradients[i] < 0);
    }

    private static (int[] Arguments, int[] Parameters) Wanted(MemberSpec member, bool isModel)
    {
        Function function = member.Function!;
        int[] reads = [.. Enumerable.Range(0, function.Values.Count).Where(value => function.Values[value].Definition is ReadDefinition)];
        return (
            [.. member.Wanted.Select(index => reads.First(value =>
                function.Values[value].Definition is ReadDefinition { IsParameter: false } read && read.Expression == member.Parameters[index].Name))],
            isModel ? [.. reads.Where(value => function.Values[value].Definition is ReadDefinition { IsParameter: true })] : []);
    }

    public static Routine Derivative(MemberSpec member, bool isModel)
    {
        Function function = member.Function!;
        (int[] arguments, int[] parameters) = Wanted(member, isModel);
        int[] wanted = [.. arguments, .. parameters];
        string[] cotangents = RoutineShape.CotangentsOf(member);
        DifferentiatedFunction derivative = member.IsScalar
            ? Differentiation.OfScalar(function, wanted)
            : Differentiation.WithCotangents(function, wanted, cotangents);
        Function code = Pipeline.Run(derivative.Function);
        GradientResult Result(int index) => new(wanted[index], derivative.Gradients[index] < 0 ? -1 : code.Results[derivative.Gradients[index]]);
        return new Routine(
            DerivativeName(member), member, derivative.Function, code,
            [.. code.Results.Take(function.Results.Count)],
            [.. Enumerable.Range(0, arguments.Length).Select(Result)],
            [.. Enumerable.Range(arguments.Length, parameters.Length).Select(Result).Where(static gradient => gradient.Value >= 0)],
            derivative.Cotangents);
    }
}

/// <summary>A gradient among the results of a routine.</summary>
/// <param name="Primal">The value that it is the gradient by.</param>
/// <param name="Value">The value that holds it; -1 where none reaches the primal.</param>
internal sealed record GradientResult(int Primal, int Value);
