namespace TypedTensors.Messages;

/// <summary>Texts of the program that messages repeat.</summary>
internal static class SourceText
{
    /// <summary>The text as something that <c>.Member</c> can follow: in parentheses unless it is a name, a member or a call.</summary>
    public static string AsReceiver(string text) => AsReceiver(text, text);

    /// <summary>A placeholder for the text, in parentheses where the text itself would need them.</summary>
    public static string AsReceiver(string placeholder, string text) => IsPrimary(text) ? placeholder : "(" + placeholder + ")";

    private static bool IsPrimary(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];

            // What follows a closing parenthesis directly is the operand of a cast.
            if (depth == 0 && i > 0 && text[i - 1] == ')' && c is not ('.' or '(' or '['))
                return false;
            if (c is '(' or '[')
                depth++;
            else if (c is ')' or ']')
                depth--;
            else if (depth == 0 && !char.IsLetterOrDigit(c) && c is not ('_' or '.' or '@'))
                return false;
        }

        return depth == 0;
    }
}
