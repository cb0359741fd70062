using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Messages;

/// <summary>What is said about values that do not have their declared shape, and about facts that do not hold.</summary>
internal static class ArgumentMessages
{
    /// <param name="subject">What does not match: <c>x 'images'</c> or <c>the returned value 'h'</c>.</param>
    /// <param name="actual">Its shape.</param>
    /// <param name="declared">The shape as declared.</param>
    /// <param name="expected">The declared shape with names and rules evaluated.</param>
    /// <param name="hasRule">Whether the declared shape is computed, so that its value says more than its text.</param>
    /// <param name="comparison">How they differ.</param>
    /// <param name="origins">Which arguments gave the names at fault their values, or the empty string.</param>
    public static string Shape(
        string subject, ShapeValue actual, ParsedShape declared, ShapeValue expected, bool hasRule, ShapeComparison comparison, string origins)
    {
        string pattern = hasRule ? $"{declared}, which is {expected}" : declared.ToString();
        return $"{subject} {actual} does not match {pattern}: {Difference(actual, expected, comparison)}{origins}";
    }

    public static string Unproved(string subject, ShapeValue actual, ParsedShape declared) =>
        $"it is not known whether {subject} {actual} matches {declared}";

    /// <summary>Names and the arguments that bound them: <c>; batch is 32 from x 'images'</c>.</summary>
    public static string Origins(IEnumerable<(string Name, string Value, string? Source)> bindings)
    {
        string[] texts = [.. bindings.Select(binding =>
            $"{binding.Name} is {binding.Value}" + (binding.Source is null ? "" : " from " + binding.Source))];
        return texts.Length == 0 ? "" : "; " + string.Join(", ", texts);
    }

    public static string Fact(string fact, Verdict verdict, string origins)
    {
        IReadOnlyDictionary<Symbol, long> witness = verdict.Witness ?? new Dictionary<Symbol, long>();
        string example = witness.Count == 0
            ? ""
            : ", for example with " + string.Join(", ", witness.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} = {pair.Value}"));
        return $"'{fact}' does not hold{example}{origins}";
    }

    public static string UnprovedFact(string fact, string origins) => $"it is not known whether '{fact}' holds{origins}";

    private static string Difference(ShapeValue actual, ShapeValue expected, ShapeComparison comparison)
    {
        switch (comparison.Difference)
        {
            case Shapes.Difference.Size:
                int index = comparison.ActualIndex;
                int shown = index < actual.PrefixLength ? index : index - actual.Items.Count;
                return $"dimension {shown} is {actual[index]}, not {expected[comparison.ExpectedIndex]}";
            case Shapes.Difference.Rank:
                string least = expected.Rank is null ? "at least " : "";
                string actualLeast = actual.Rank is null ? "at least " : "";
                return $"it has {actualLeast}{Dimensions(actual.MinRank)}, not {least}{expected.MinRank}";
            default:
                return "the number and sizes of its dimensions are not those of the pack";
        }
    }

    private static string Dimensions(int count) => count == 1 ? "1 dimension" : count + " dimensions";
}
