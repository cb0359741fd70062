using System.Runtime.CompilerServices;

namespace TypedTensors.Samples.Tour;

/// <summary>Writes cells the way an interactive session shows them: a title, then each expression with its value below.</summary>
internal static class Page
{
    public static void Cell(string title) => Console.WriteLine($"\n-- {title}");

    /// <summary>Writes an expression, as it stands in the source, and its value.</summary>
    public static void Show(object? value, [CallerArgumentExpression(nameof(value))] string expression = "") =>
        Console.WriteLine($"> {expression}\n{value ?? "null"}");

    /// <summary>Writes an expression whose evaluation has to fail, and the message.</summary>
    public static void ShowRefusal(Action evaluation, [CallerArgumentExpression(nameof(evaluation))] string expression = "")
    {
        try
        {
            evaluation();
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidOperationException)
        {
            Console.WriteLine($"> {expression["() => ".Length..]}\n{refusal.GetType().Name}: {refusal.Message}");
            return;
        }

        throw new InvalidOperationException($"{expression} was not refused");
    }

    /// <summary>
    /// The tensor itself, of whose shape the compiler knows nothing from here on, as if it had been read from a file. Without this a cell that is
    /// refused would not compile: <c>samples/02-Mistakes</c> shows that.
    /// </summary>
    public static Tensor<T> OfUnknownShape<T>(Tensor<T> tensor)
        where T : unmanaged => tensor;
}
