namespace TypedTensors.Rules;

/// <summary>The letters of one operand or of the result: those before and those after the ellipsis; all before when there is none.</summary>
internal sealed record EinsumTerm(string Before, string After, bool HasEllipsis)
{
    public string Labels => Before + After;

    public override string ToString() => Before + (HasEllipsis ? "..." : "") + After;
}

/// <summary>An equation such as <c>bij,bjk->bik</c>. Without an arrow the result has the ellipsis and then, in order, the letters that occur once.</summary>
internal sealed record EinsumEquation(IReadOnlyList<EinsumTerm> Inputs, EinsumTerm Output)
{
    public static EinsumEquation? Parse(string text, int operands, out string problem)
    {
        string equation = text.Replace(" ", "");
        int arrow = equation.IndexOf("->", StringComparison.Ordinal);
        string left = arrow < 0 ? equation : equation.Substring(0, arrow);
        string? right = arrow < 0 ? null : equation.Substring(arrow + 2);
        var inputs = new List<EinsumTerm>();
        foreach (string part in left.Split(','))
        {
            if (ParseTerm(part, out problem) is not EinsumTerm term)
                return null;
            inputs.Add(term);
        }

        if (inputs.Count != operands)
        {
            problem = $"it names {inputs.Count} operands, but there are {operands}";
            return null;
        }

        string all = string.Concat(inputs.Select(input => input.Labels));
        bool anyEllipsis = inputs.Any(input => input.HasEllipsis);
        if (right is null)
        {
            string once = new([.. all.Where(label => all.IndexOf(label) == all.LastIndexOf(label)).OrderBy(label => label)]);
            problem = "";
            return new EinsumEquation(inputs, new EinsumTerm("", once, anyEllipsis));
        }

        if (ParseTerm(right, out problem) is not EinsumTerm output)
            return null;
        foreach (char label in output.Labels)
        {
            if (all.IndexOf(label) < 0)
                problem = $"'{label}' of the result is in no operand";
            else if (output.Labels.IndexOf(label) != output.Labels.LastIndexOf(label))
                problem = $"'{label}' is in the result twice";
        }

        if (output.HasEllipsis && !anyEllipsis)
            problem = "the result has an ellipsis, but no operand has one";
        return problem.Length > 0 ? null : new EinsumEquation(inputs, output);
    }

    private static EinsumTerm? ParseTerm(string text, out string problem)
    {
        problem = "";
        int dots = text.IndexOf("...", StringComparison.Ordinal);
        string before = dots < 0 ? text : text.Substring(0, dots), after = dots < 0 ? "" : text.Substring(dots + 3);
        foreach (char label in before + after)
        {
            if (label is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            {
                problem = label == '.' ? "an ellipsis is three dots, once in an operand" : $"'{label}' is not a letter";
                return null;
            }
        }

        return new EinsumTerm(before, after, dots >= 0);
    }
}
