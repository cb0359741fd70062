using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>The names of the private members that are written for a routine.</summary>
internal sealed class MemberNames(Names names, MemberSpec member, bool isDerivative, string contract)
{
    private readonly string _routine = isDerivative ? Routine.DerivativeName(member) : Routine.CompiledName(member);
    private static readonly string[] Endings = ["Plan", "Pool", "OnTape", "Contract"];

    private string? _plan, _pool, _planMethod, _run, _onTape;

    /// <summary>The guard of the method's arguments, which its routines share.</summary>
    public string Contract { get; } = contract;

    public string PlanType => _plan ??= names.Unique(_routine + "Plan");

    public string Pool => _pool ??= names.Unique("_" + Names.CamelCase(_routine) + "Pool");

    public string PlanMethod => _planMethod ??= names.Unique("Plan" + _routine);

    public string RunMethod => _run ??= names.Unique("Run" + _routine);

    public string OnTape => _onTape ??= names.Unique(_routine + "OnTape");

    /// <summary>Whether a generated member could want the name.</summary>
    public static bool LooksGenerated(string name) =>
        Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) || name.Contains("Kernel")
        || name.StartsWith("Plan", StringComparison.Ordinal) || name.StartsWith("Run", StringComparison.Ordinal);
}
