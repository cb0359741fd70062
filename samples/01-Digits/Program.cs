using System.Globalization;
using TypedTensors.Data;
using TypedTensors.Samples.Digits;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    Options options = Options.Parse(args);
    if (options.WantsHelp)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    Training.Run(options, new Report());
    return 0;
}
catch (OptionException exception)
{
    Console.Error.WriteLine(exception.Message + ".");
    return 2;
}
catch (DataFileException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
