using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArgMap.Migrations.History
{
    /// <inheritdoc />
    public partial class OpenSuggestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_suggestions_map_id",
                table: "suggestions",
                column: "map_id",
                filter: "state = 'Open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_suggestions_map_id",
                table: "suggestions");
        }
    }
}
