namespace ArgMap.Canvas.Tests;

public sealed class PictureScopeTests
{
    [Theory]
    [InlineData("?depth=3&at=12", "at=12&depth=3")]
    [InlineData("more=4:124,0:50,4:30&shut=9,5&open=40,12,12&depth=all&focus=2&at=1", "at=1&focus=2&depth=all&open=12,40&shut=5,9&more=0:50,4:124")]
    [InlineData("open=5,6&shut=6", "open=5&shut=6")]
    [InlineData("at=1&at=2&q=words", "at=1")]
    [InlineData("open=4%2C12", "open=4,12")]
    [InlineData("at=x&focus=-3&depth=1.5&open=,,a,0,7&shut=99999999999&more=4,4:,:4,4:7,a:b", "open=7")]
    [InlineData("depth=2147483647&more=4:2147483647", "depth=all&more=4:6000")]
    [InlineData("%zz&=&at&at=%00&&", "")]
    [InlineData(null, "")]
    public void A_scope_is_read_from_anything_and_written_in_one_way(string? query, string written)
    {
        var scope = PictureScope.Parse(query);

        Assert.Equal(written, scope.ToQuery());
        Assert.Equal(scope, PictureScope.Parse(scope.ToQuery()));
    }

    [Fact]
    public void Opening_undoes_folding_and_the_other_way_round()
    {
        var scope = PictureScope.Parse("open=3&shut=5");

        Assert.Equal("open=3,5", scope.Opening(5).ToQuery());
        Assert.Equal("shut=3,5", scope.Folding(3).ToQuery());
        Assert.Equal("open=3&shut=5&more=4:124", scope.Drawing(4, 40).Drawing(4, 124).ToQuery());
        Assert.Equal("at=7&focus=7&open=3&shut=5", scope.Focusing(7).ToQuery());
    }
}
