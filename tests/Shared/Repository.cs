namespace TypedTensors.Tests;

/// <summary>Finds files of the repository from a running test.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>TypedTensors.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    /// <param name="parts">Folder and file names.</param>
    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TypedTensors.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("TypedTensors.sln was not found above " + AppContext.BaseDirectory);
    }
}
