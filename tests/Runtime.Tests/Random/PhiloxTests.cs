using TypedTensors.Kernels.Random;

namespace TypedTensors.Tests.RandomNumbers;

public sealed class PhiloxTests
{
    /// <summary>The known answers that Random123, the reference implementation, publishes for philox4x32-10.</summary>
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x85a308d3243f6a88UL, 0x0370734413198a2eUL, 0x299f31d0a4093822UL, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void GivesTheKnownAnswers(ulong low, ulong high, ulong key, uint first, uint second, uint third, uint fourth)
    {
        PhiloxBlock block = Philox.Block(key, low, high);
        Assert.Equal([first, second, third, fourth], new[] { block[0], block[1], block[2], block[3] });
        Assert.Equal(first | ((ulong)second << 32), block.Wide(0));
        Assert.Equal(third | ((ulong)fourth << 32), block.Wide(1));
    }
}
