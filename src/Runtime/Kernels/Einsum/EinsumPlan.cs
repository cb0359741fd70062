using TypedTensors.Rules;

namespace TypedTensors.Kernels.Einsum;

/// <summary>What an equation means for tensors of given shapes.</summary>
internal sealed class EinsumPlan
{
    // Dimensions of the ellipsis are labels as well, counted from the innermost one, so that they align.
    private const char FirstOfEllipsis = '\u0100';

    private readonly int[] _sizes;
    private readonly int[][] _operands;
    private readonly int[] _result;
    private readonly ContractionPlan?[] _pullbacks;

    private EinsumPlan(Shape[] shapes, string[] terms, string result, Dictionary<char, int> sizes)
    {
        Shapes = shapes;
        ResultShape = new Shape([.. result.Select(label => sizes[label])]);

        // A dimension of size 1 has no part in any loop, and one that is repeated is as good as none.
        char[] labels = [.. sizes.Where(static pair => pair.Value != 1).Select(static pair => pair.Key)];
        _sizes = [.. labels.Select(label => sizes[label])];
        _operands = [.. terms.Select((term, i) => Labels(term, shapes[i]))];
        _result = Labels(result, ResultShape);
        _pullbacks = new ContractionPlan?[terms.Length];
        Forward = new ContractionPlan(_sizes, _operands, _result);

        int[] Labels(string term, Shape shape) => [.. term.Select((label, axis) => shape[axis] == 1 ? -1 : Array.IndexOf(labels, label))];
    }

    public Shape[] Shapes { get; }

    public Shape ResultShape { get; }

    public ContractionPlan Forward { get; }

    /// <summary>The plan for shapes, or null when they do not fit.</summary>
    public static EinsumPlan? For(EinsumEquation equation, ReadOnlySpan<Shape> shapes)
    {
        Dictionary<char, int> sizes = [];
        var terms = new string[shapes.Length];
        int longest = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            EinsumTerm term = equation.Inputs[i];
            int covered = shapes[i].Rank - term.Labels.Length;
            if (term.HasEllipsis ? covered < 0 : covered != 0)
                return null;
            longest = Math.Max(longest, covered);
            terms[i] = term.Before + Ellipsis(covered) + term.After;
            if (!AddSizes(terms[i], shapes[i], sizes))
                return null;
        }

        EinsumTerm output = equation.Output;
        return new EinsumPlan(shapes.ToArray(), terms, output.Before + (output.HasEllipsis ? Ellipsis(longest) : "") + output.After, sizes);
    }

    /// <summary>What gives the cotangent of an argument.</summary>
    public ContractionPlan PullbackOf(int argument)
    {
        if (_pullbacks[argument] is { } known)
            return known;
        int[][] operands = [.. _operands];
        operands[argument] = _result;
        return _pullbacks[argument] = new ContractionPlan(_sizes, operands, _operands[argument]);
    }

    private static string Ellipsis(int count) => string.Create(count, count, static (span, length) =>
    {
        for (int i = 0; i < length; i++)
            span[i] = (char)(FirstOfEllipsis + length - 1 - i);
    });

    private static bool AddSizes(string term, Shape shape, Dictionary<char, int> sizes)
    {
        for (int axis = 0; axis < term.Length; axis++)
        {
            // Nothing is repeated inside one tensor.
            if (shape[term.IndexOf(term[axis])] != shape[axis])
                return false;
            int known = sizes.GetValueOrDefault(term[axis], 1);
            if (known != shape[axis] && known != 1 && shape[axis] != 1)
                return false;
            sizes[term[axis]] = known == 1 ? shape[axis] : known;
        }

        return true;
    }
}
