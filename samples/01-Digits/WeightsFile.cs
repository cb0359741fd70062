using TypedTensors.Data;
using static TypedTensors.Ops;

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
            Safetensors.Write(path, model.Parameters);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"the weights cannot be saved ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    public static Mlp Load(string path, int inputs, int hidden, int classes)
    {
        IReadOnlyDictionary<string, Tensor<float>> saved = Safetensors.Read(path);
        Mlp model = new(inputs, hidden, classes, new Generator(0));
        foreach ((string name, Tensor<float> parameter) in model.Parameters)
        {
            if (!saved.TryGetValue(name, out Tensor<float>? weights) || weights.Shape != parameter.Shape)
                throw new DataFileException(path, $"there is no tensor '{name}' of shape {parameter.Shape}");
            using (NoGrad())
                parameter.CopyFrom(weights);
        }

        return model;
    }
}
