namespace TypedTensors.Samples.Tour;

/// <summary>Cells that belong together.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Cells">The cells, in the order in which they are shown. None depends on another.</param>
internal sealed record Chapter(string Name, string Title, params Action[] Cells)
{
    public void Run()
    {
        Console.WriteLine($"== {Title}");
        foreach (Action cell in Cells)
            cell();
    }
}
