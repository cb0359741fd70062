using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.ShapeChecks;

/// <summary>Makes diagnostics of what the flow analysis finds.</summary>
/// <remarks>
/// The squiggle: for an argument, axis or value the argument itself where it is written out; for a returned value the returned
/// expression; for everything else the call (see <see cref="CallSyntax.LocationOf(IOperation)"/>).
/// </remarks>
internal sealed class ShapeReporter(Action<Diagnostic> report) : IShapeFindings
{
    public void OnMismatch(Mismatch mismatch, IOperation place, ImmutableArray<IOperation?> arguments, ImmutableArray<Location> origins)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (mismatch.Suggestion is { } suggestion)
            properties = SuggestionProperties.Of(suggestion);
        report(Diagnostic.Create(
            MismatchDescriptors.For(mismatch.Kind), LocationOf(mismatch, place, arguments), origins, properties, mismatch.Message));
    }

    public void OnExpansion(MutualExpansion expansion, IOperation place, bool inScalarMethod, ImmutableArray<Location> origins)
    {
        DiagnosticSeverity severity = expansion.PairsWithItself || inScalarMethod ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        report(Diagnostic.Create(
            Descriptors.AccidentalBroadcast, CallSyntax.LocationOf(place), severity, origins, properties: null, expansion.Message));
    }

    private static Location LocationOf(Mismatch mismatch, IOperation place, ImmutableArray<IOperation?> arguments)
    {
        bool marksArgument = mismatch.Kind is MismatchKind.Argument or MismatchKind.Axis or MismatchKind.Value;
        if (marksArgument
            && mismatch.Arguments.Count > 0
            && Written(arguments[mismatch.Arguments[0]]) is { IsImplicit: false } argument
            && argument.Syntax != place.Syntax)
            return argument.Syntax.GetLocation();
        return mismatch.Kind == MismatchKind.Result || arguments.IsEmpty ? place.Syntax.GetLocation() : CallSyntax.LocationOf(place);
    }

    /// <summary>A number where one that may be null is taken.</summary>
    private static IOperation? Written(IOperation? argument) =>
        argument is IConversionOperation { IsImplicit: true, Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } conversion
            ? conversion.Operand
            : argument;
}
