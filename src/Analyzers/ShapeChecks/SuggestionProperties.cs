using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.ShapeChecks;

/// <summary>How a diagnostic carries a suggested replacement to the code fix.</summary>
internal static class SuggestionProperties
{
    private const string Argument = "SuggestionArgument";
    private const string Format = "SuggestionFormat";

    public static ImmutableDictionary<string, string?> Of(Suggestion suggestion) => ImmutableDictionary<string, string?>.Empty
        .Add(Argument, suggestion.Argument.ToString(CultureInfo.InvariantCulture))
        .Add(Format, suggestion.Format);

    public static Suggestion? Read(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Argument, out string? argument)
        && diagnostic.Properties.TryGetValue(Format, out string? format)
        && int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
        && format is not null
            ? new Suggestion(index, format)
            : null;
}
