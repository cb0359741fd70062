using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>A source with the expected diagnostics marked in it: <c>{|TT1001:a + b|}</c>.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    public static MarkedSource Parse(string marked)
    {
        StringBuilder text = new();
        List<(string, TextSpan)> expected = [];
        Stack<(string Id, int Start)> open = new();
        for (int at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '{' && at + 1 < marked.Length && marked[at + 1] == '|')
            {
                int colon = marked.IndexOf(':', at);
                open.Push((marked[(at + 2)..colon], text.Length));
                at = colon;
            }
            else if (marked[at] == '|' && at + 1 < marked.Length && marked[at + 1] == '}' && open.Count > 0)
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, text.Length)));
                at++;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        Assert.Empty(open);
        return new MarkedSource(text.ToString(), expected);
    }
}
