using System.Globalization;
using TypedTensors.Samples.Tour;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Chapter[] chapters =
[
    Creating.Chapter,
    Types.Chapter,
    Arithmetic.Chapter,
    Indexing.Chapter,
    Shapes.Chapter,
    Joining.Chapter,
    Products.Chapter,
    Reductions.Chapter,
    Randomness.Chapter,
    Memory.Chapter,
    Gradients.Chapter,
    Descent.Chapter,
    Networks.Chapter,
    Images.Chapter,
    Loading.Chapter,
    Devices.Chapter,
];
string[] unknown = [.. args.Where(name => chapters.All(chapter => chapter.Name != name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"there is no chapter {unknown[0]}; there are {string.Join(", ", chapters.Select(chapter => chapter.Name))}.");
    return 2;
}

Chapter[] chosen = args.Length == 0 ? chapters : [.. chapters.Where(chapter => args.Contains(chapter.Name))];
for (int i = 0; i < chosen.Length; i++)
{
    if (i > 0)
        Console.WriteLine();
    chosen[i].Run();
}

return 0;
