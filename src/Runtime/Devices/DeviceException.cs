namespace TypedTensors;

/// <summary>A device is not there, or a tensor lies on another one than it has to.</summary>
public sealed class DeviceException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line that names the device and what there is instead.</param>
    public DeviceException(string message)
        : base(message)
    {
    }
}
