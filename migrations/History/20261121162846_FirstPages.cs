using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArgMap.Migrations.History
{
    /// <inheritdoc />
    public partial class FirstPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "first_pages",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    settings = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_first_pages", x => new { x.map_id, x.settings });
                    table.ForeignKey(
                        name: "fk_first_pages_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "first_pages");
        }
    }
}
