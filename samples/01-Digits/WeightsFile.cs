using TypedTensors.Data;

namespace TypedTensors.Samples.Digits;

/// <summary>The weights of a model in a safetensors file.</summary>
internal static class WeightsFile
{
    /// <summary>Finds out before the training rather than after it that a file cannot be written.</summary>
    public static void CheckWritable(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (Directory.Exists(path) || !Directory.Exists(folder))
            throw new DataFileException(path, Directory.Exists(path) ? "this is a folder; expected a file to save the weights to" : $"there is no folder {folder} to save the weights in");
    }

    public static void Save(string path, Mlp model)
    {
        try
        {
            Safetensors.Write(path, model.Parameters.StateDictionary());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"the weights cannot be saved ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    public static Mlp Load(string path, int inputs, int hidden, int classes)
    {
        IReadOnlyDictionary<string, Tensor<float>> saved = Safetensors.Read(path);
        Mlp model = new(inputs, hidden, classes);
        try
        {
            model.Parameters.LoadStateDictionary(saved);
        }
        catch (ArgumentException exception)
        {
            throw new DataFileException(path, $"the weights do not fit the model ({exception.Message})", exception);
        }

        return model;
    }
}
